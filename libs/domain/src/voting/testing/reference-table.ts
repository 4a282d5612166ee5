/** How many cases of each set came out as the reference says, and which were left out for which reason. */
export class ReferenceTable {
  private readonly sets = new Map<string, { cases: number; equal: number }>();
  private readonly leftOut: string[] = [];

  count(set: string, equal: boolean): void {
    const counts = this.sets.get(set) ?? { cases: 0, equal: 0 };
    this.sets.set(set, { cases: counts.cases + 1, equal: counts.equal + (equal ? 1 : 0) });
  }

  leaveOut(set: string, name: string, reason: string): void {
    this.leftOut.push(`  left out of ${set}: ${name} (${reason})`);
  }

  /** Prints `set · cases · equal`, one line for each set; meant for `afterAll`. */
  print(): void {
    if (this.sets.size === 0) return;
    const lines = [...this.sets].map(([set, { cases, equal }]) => `${set} · ${cases} · ${equal}`);
    process.stdout.write(`${['', 'set · cases · equal', ...lines, ...this.leftOut, ''].join('\n')}\n`);
  }
}
