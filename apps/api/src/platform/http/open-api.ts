import { accessOf, contracts, type Endpoint, problem, problemStatus } from '@zbor/contracts';
import { z } from 'zod';

type Json = Record<string, unknown>;

const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): Json => {
  const { $schema: _dialect, ...json } = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Json;
  return json;
};

function parameters(endpoint: Endpoint): Json[] {
  const from = (schema: z.ZodType, place: 'path' | 'query') => {
    const { properties = {}, required = [] } = schemaOf(schema, 'input') as {
      properties?: Json;
      required?: string[];
    };
    return Object.entries(properties).map(([name, value]) => ({
      name,
      in: place,
      required: place === 'path' || required.includes(name),
      schema: value,
    }));
  };
  return [...from(endpoint.params, 'path'), ...from(endpoint.query, 'query')];
}

function operation(feature: string, name: string, endpoint: Endpoint): Json {
  const body = schemaOf(endpoint.body, 'input') as { properties?: Json };
  const always = [
    'invalid_input',
    'not_found',
    'too_fast',
    ...(accessOf(endpoint) === 'anyone' ? [] : ['not_signed_in', 'not_allowed']),
  ];
  const codes = [...new Set([...always, ...endpoint.problems])] as (keyof typeof problemStatus)[];
  const byStatus = new Map<number, string[]>();
  for (const code of codes)
    byStatus.set(problemStatus[code], [...(byStatus.get(problemStatus[code]) ?? []), code]);
  return {
    operationId: `${feature}.${name}`,
    summary: endpoint.summary,
    tags: [feature],
    parameters: parameters(endpoint),
    ...(Object.keys(body.properties ?? {}).length > 0 && {
      requestBody: { required: true, content: { 'application/json': { schema: body } } },
    }),
    ...(accessOf(endpoint) !== 'anyone' && { security: [{ session: [] }], 'x-access': accessOf(endpoint) }),
    responses: {
      [endpoint.status]:
        endpoint.status === 204
          ? { description: 'Done.' }
          : {
              description: 'Done.',
              content: { 'application/json': { schema: schemaOf(endpoint.output, 'output') } },
            },
      ...Object.fromEntries(
        [...byStatus].map(([status, list]) => [
          status,
          {
            description: list.join(', '),
            content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
          },
        ]),
      ),
    },
  };
}

/** OpenAPI 3.1 of every contract. */
export function openApi(version: string): Json {
  const paths: Record<string, Json> = {};
  for (const [feature, endpoints] of Object.entries(contracts)) {
    for (const [name, endpoint] of Object.entries(endpoints) as [string, Endpoint][]) {
      const path = `/api${endpoint.path.replace(/:(\w+)/g, '{$1}')}`;
      paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: operation(feature, name, endpoint) };
    }
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Zbor', version, license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' } },
    tags: Object.keys(contracts).map((name) => ({ name })),
    paths,
    components: {
      schemas: { Problem: schemaOf(problem, 'output') },
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'zbor-{town}' } },
    },
  };
}
