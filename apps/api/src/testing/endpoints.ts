import { addressOf, contracts, type Endpoint } from '@zbor/contracts';

/** Every endpoint that there is. */
export const endpoints = Object.values(contracts).flatMap((feature) => Object.values(feature) as Endpoint[]);

/** The address of an endpoint: with this town, with an idea as the type of any subject, and with this id for any other part. */
export function fill(endpoint: Endpoint, { town, id }: { town: string; id: string }): string {
  const names = [...endpoint.path.matchAll(/:(\w+)/g)].map(([, name = '']) => name);
  const known: Record<string, string> = { town, type: 'idea' };
  return addressOf(endpoint, Object.fromEntries(names.map((name) => [name, known[name] ?? id])));
}
