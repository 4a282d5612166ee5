declare module '*/launch/postgres.mjs' {
  export function startPostgres(options: {
    dataDir: string;
    log?: (line: string) => void;
  }): Promise<{ port: number; url: string; stop(): Promise<void> }>;
}

declare module '*/launch/ports.mjs' {
  export function freePort(wanted: number, options?: { host?: string; only?: false }): Promise<number>;
  export function freePort(
    wanted: number,
    options: { host?: string; only: true },
  ): Promise<number | undefined>;
}

declare module '*/launch/terminal.mjs' {
  export function follow(signal: NodeJS.Signals): string[];
}
