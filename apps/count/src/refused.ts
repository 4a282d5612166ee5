/** Why the command does not count: a code of `voting:refused`, and what is put into its sentence. */
export class Refused extends Error {
  constructor(
    readonly code: string,
    readonly params: Readonly<Record<string, string | number>> = {},
  ) {
    super([code, ...Object.values(params)].join(' '));
  }
}
