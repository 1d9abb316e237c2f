import type { DescribedRoute } from './operation-object.js';
import { problemCodesOf } from './problem-codes.js';
import { anyOtherProblem, problemResponse, responseName } from './problem-responses.js';
import { problemSchema, problemSchemaOf } from './problem-schemas.js';

const text = { type: 'string' };

const headers = {
  CorrelationId: {
    description: 'Groups all that this request caused: name it when you ask for help.',
    schema: text,
  },
  Replayed: {
    description: '`true` on the stored answer to an earlier request with the same key.',
    schema: { ...text, const: 'true' },
  },
  RetryAfter: {
    description: 'Seconds after which a retry makes sense.',
    schema: { type: 'integer', minimum: 1 },
  },
  WwwAuthenticate: { description: '`Bearer`.', schema: text },
};

const parameters = {
  CorrelationId: {
    in: 'header',
    name: 'X-Correlation-Id',
    description: 'Groups all that one action of a person caused; made up when it is absent.',
    schema: text,
  },
};

const securitySchemes = {
  accessToken: {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'JWT',
    description: 'The access token of the user who asks.',
  },
  session: {
    type: 'apiKey',
    in: 'cookie',
    name: 'phoenix_session',
    description:
      'The cookie of a session, `__Host-phoenix_session` over HTTPS. What changes something is refused when a page of another site asks for it.',
  },
};

/** What several operations refer to. */
export function components(routes: readonly DescribedRoute[]): object {
  const groups = routes.flatMap((route) => [...problemCodesOf(route).values()]);
  const codes = new Map(groups.flat().map((one) => [one.code, one]));
  const schemas = [...codes].map(([code, one]) => [code, problemSchemaOf(one)]);
  const responses = groups.map((group) => [responseName(group), problemResponse(group)]);
  return {
    schemas: { Problem: problemSchema, ...(Object.fromEntries(schemas) as object) },
    responses: { Problem: anyOtherProblem, ...(Object.fromEntries(responses) as object) },
    parameters,
    headers,
    securitySchemes,
  };
}
