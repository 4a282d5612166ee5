/**
 * An error as it may be written down: what kind it is and where it happened, never its message. That of a database
 * error quotes what a person wrote, and so do those of parsers, even line by line; sentences that we made ourselves can
 * be read.
 */
export function faultOf(error: unknown): string {
  const { name, code, message, stack } = (error ?? {}) as Error & { code?: unknown };
  const ours = Object.getPrototypeOf(error ?? {}) === Error.prototype && code === undefined ? message : '';
  return [[name ?? 'Error', code, ours].filter(Boolean).join(' '), ...placesIn(stack, message)].join('\n');
}

/** Where it happened: what follows the message. Nothing, where it cannot be told from it. */
function placesIn(stack = '', message = ''): string[] {
  const at = stack.indexOf(message);
  if (at < 0) return [];
  return stack
    .slice(at + message.length)
    .split('\n')
    .filter((line) => line.startsWith('    at '))
    .slice(0, 6);
}
