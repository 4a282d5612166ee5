import { randomUUID } from 'node:crypto';
import type { Endpoint } from '@zbor/contracts';
import { z } from 'zod';

type Schema = {
  type?: string;
  const?: unknown;
  enum?: unknown[];
  anyOf?: Schema[];
  format?: string;
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  minimum?: number;
  items?: Schema;
  properties?: Record<string, Schema>;
};

const texts = [
  'Europe/Vienna',
  'Some words that fit here',
  'words-that-fit',
  'AT',
  '123456',
  'words.example',
];
const formats: Record<string, () => string> = {
  uuid: () => randomUUID(),
  date: () => '2030-01-31',
  'date-time': () => '2030-01-31T12:00:00.000Z',
  email: () => 'somebody@zbor.example',
  uri: () => 'https://zbor.example/',
};

/** A body that an endpoint takes, made from its contract. @throws where the contract wants what this cannot think of. */
export function sampleBody({ body, method, path }: Endpoint): unknown {
  const made = sample(z.toJSONSchema(body, { io: 'input', unrepresentable: 'any' }) as Schema);
  const { error } = body.safeParse(made);
  if (error) throw new Error(`No sample body for ${method} ${path}: ${error.message}`);
  return made;
}

function sample(schema: Schema): unknown {
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  if (schema.anyOf?.[0]) return sample(schema.anyOf[0]);
  switch (schema.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(schema.properties ?? {}).map(([name, part]) => [name, sample(part)]),
      );
    case 'array':
      return Array.from({ length: schema.minItems ?? 0 }, () => sample(schema.items ?? {}));
    case 'string':
      return text(schema);
    case 'integer':
    case 'number':
      return Math.max(schema.minimum ?? 1, 1);
    case 'boolean':
      return true;
    default:
      return null;
  }
}

function text({ format, pattern, minLength = 0, maxLength = 1000 }: Schema): string | undefined {
  const made = format && formats[format];
  if (made) return made();
  return texts.find(
    (each) =>
      each.length >= minLength &&
      each.length <= maxLength &&
      (!pattern || new RegExp(pattern, 'u').test(each)),
  );
}
