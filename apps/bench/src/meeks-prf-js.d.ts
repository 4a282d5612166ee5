declare module 'meeks-prf-js' {
  /** Counts by the reference rule for Meek's method of the Proportional Representation Foundation. */
  function tabulate(
    seats: number,
    candidates: readonly string[],
    ballots: readonly unknown[],
    levels: number,
    tieBreaker: readonly string[],
    excluded: readonly string[],
    guarded: readonly string[],
    options: object,
    progress: null,
  ): { elected: Set<string> };
  const meek: { tabulate: typeof tabulate };
  export default meek;
}
