import { z } from 'zod';
import { aiProvider, aiProviderNames, exampleOf, jsonSchemaOf, userId } from '#libs/contracts';
import type { DescribedRoute } from './operation-object.js';
import { requestFields } from './request-fields.js';

/** Path parameters are few, and mean the same everywhere. */
const pathParameters: Readonly<Record<string, object>> = {
  user_id: {
    description: 'One’s own id; staff may name anybody’s where the route says so.',
    schema: jsonSchemaOf(userId, 'input'),
  },
  entry_id: {
    description:
      'The id of an entry: `entry_id` of what was consumed, or of a line of the history.',
    schema: jsonSchemaOf(z.uuid(), 'input'),
  },
  provider: {
    description: 'An outside provider of AI.',
    schema: jsonSchemaOf(aiProvider, 'input'),
    example: aiProviderNames[0],
  },
  letter_id: {
    description: 'The id of one of one’s own letters.',
    schema: jsonSchemaOf(z.uuid(), 'input'),
  },
};

const lastEvent = {
  in: 'header',
  name: 'Last-Event-ID',
  description: 'The id of the last event that the client has, to go on from there.',
  schema: { type: 'string' },
};

/** The Parameter Objects of a route: what is read of path, query and headers. */
export function parametersOf(route: DescribedRoute): object[] {
  const inPath = namesIn(route.paths[0]!);
  const { answer } = route.operation;
  const own = route.parts.flatMap((part): object[] => {
    if (part.name === 'body') return [];
    if (part.name === 'header') return [headerParameter(part.header, part.shape)];
    return requestFields(part.shape, answer).map((field) => ({ in: 'query', ...field }));
  });
  const other = {
    in: 'query',
    name: 'user_id',
    description: 'Staff only: whose data.',
    schema: jsonSchemaOf(userId, 'input'),
  };
  return [
    ...inPath.map((name) => ({ in: 'path', name, required: true, ...described(name) })),
    ...own,
    ...('part' in answer ? [lastEvent] : []),
    ...(route.staffMayReadOthers && !inPath.includes('user_id') ? [other] : []),
  ];
}

function headerParameter(name: string, shape: z.ZodType): object {
  const schema = jsonSchemaOf(shape, 'input');
  return { in: 'header', name, required: true, schema, example: exampleOf(schema) };
}

function namesIn(path: string): string[] {
  return [...path.matchAll(/:(\w+)/g)].map(([, name]) => name!);
}

function described(name: string): object {
  const known = pathParameters[name];
  if (known) return known;
  throw new Error(`Nobody has said what the path parameter ${name} is: add it to parameters.ts.`);
}
