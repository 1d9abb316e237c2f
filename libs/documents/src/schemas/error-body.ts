import {
  errors,
  jsonSchemaOf,
  type ErrorCode,
  type ErrorKind,
  type JsonSchema,
} from '#libs/contracts';

const meaning: Record<ErrorKind, string> = {
  refusal: 'The caller’s move: the same request would be refused again.',
  unavailable:
    'A retry may help. With `outcome: unknown` nobody knows whether it was done: ask again with the same key.',
  bug: 'Ours to repair; nothing leaks.',
};

/** The body of an error reply over NATS. */
export function errorBody(code: ErrorCode): JsonSchema {
  const { kind, status, details } = errors[code];
  return {
    description: `${status}, ${kind}. ${meaning[kind]}`,
    type: 'object',
    properties: {
      code: { type: 'string', const: code },
      message: {
        type: 'string',
        description: 'One English sentence, for whoever wrote the client.',
      },
      details: jsonSchemaOf(details, 'output'),
    },
    required: ['code', 'message', 'details'],
  };
}
