declare module '*/launch/postgres.mjs' {
  export function startPostgres(options: {
    dataDir: string;
    log?: (line: string) => void;
  }): Promise<{ port: number; url: string; stop(): Promise<void> }>;
}

declare module '*/launch/ports.mjs' {
  export function freePort(wanted: number, options: { host: string }): Promise<number>;
}

declare module '*/launch/terminal.mjs' {
  export function follow(signal: string): string[];
}
