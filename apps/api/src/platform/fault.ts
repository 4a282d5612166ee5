/**
 * An error as it may be written down: what kind it is and where it happened, never its message. That of a database
 * error quotes what a person wrote, and so do those of parsers; sentences that we made ourselves can be read.
 */
export function faultOf(error: unknown): string {
  const { name, code, message, stack } = (error ?? {}) as Error & { code?: unknown };
  const ours = Object.getPrototypeOf(error ?? {}) === Error.prototype && code === undefined ? message : '';
  const place = (stack ?? '')
    .split('\n')
    .filter((line) => line.startsWith('    at '))
    .slice(0, 6);
  return [[name ?? 'Error', code, ours].filter(Boolean).join(' '), ...place].join('\n');
}
