import { z } from 'zod';

type Json = { [key: string]: unknown };

/**
 * The JSON Schema by which Fastify compiles the writer of a reply; what it does not name is dropped.
 * `X or null` becomes `nullable`, because a choice of schemas would be tried one by one for each value.
 */
export function replySchema(output: z.ZodType): Json {
  const schema = z.toJSONSchema(output, { target: 'draft-7', io: 'output', unrepresentable: 'any' }) as Json;
  delete schema.$schema;
  return simplify(schema) as Json;
}

function simplify(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(simplify);
  if (typeof value !== 'object' || value === null) return value;
  const node = value as Json;
  const choices = node.anyOf as Json[] | undefined;
  const rest = choices?.filter((choice) => choice.type !== 'null');
  if (choices && rest?.length === 1 && choices.length === 2) {
    return { ...(simplify(rest[0]) as Json), nullable: true };
  }
  // Formats and patterns were checked on the way in; on the way out they would only cost time.
  const { format: _format, pattern: _pattern, ...kept } = node;
  return Object.fromEntries(
    Object.entries(typeof node.type === 'string' ? kept : node).map(([k, v]) => [k, simplify(v)]),
  );
}
