import { errors } from '#libs/contracts';
import { isOfTheTable, type ProblemCode } from './problem-codes.js';
import { ref } from './ref.js';
import { snakeSchemaOf } from './snake-schema.js';

const text = (description: string) => ({ type: 'string', description });

const members = {
  type: text('`urn:phoenix:problem:` and the code.'),
  title: text('French; the same for every problem of its code.'),
  status: { type: 'integer', description: 'The HTTP status.' },
  detail: text('French.'),
  detail_en: text('English.'),
  next_step: {
    type: 'object',
    properties: { fr: { type: 'string' }, en: { type: 'string' } },
    required: ['fr', 'en'],
  },
  code: text('For machines.'),
  correlation_id: text('Name it when you ask for help.'),
  instance: text('The path that was asked for.'),
};

/** RFC 9457, with what Phoenix adds to it. */
export const problemSchema = {
  description: 'RFC 9457: what is wrong and what to do, in French and English.',
  type: 'object',
  properties: members,
  required: Object.keys(members),
};

/** The problem of one code: the common members, its status, and its details. */
export function problemSchemaOf({ code, status }: ProblemCode): object {
  const details = isOfTheTable(code) ? snakeSchemaOf(errors[code].details, 'output') : {};
  // The edge stops reading at its limit, and then nobody knows how long the body would have been.
  const unknown = code === 'PAYLOAD_TOO_LARGE' ? ['actual_bytes'] : [];
  const required = (details.required ?? []).filter((name) => !unknown.includes(name));
  const own = { code: { const: code }, status: { const: status }, ...details.properties };
  return {
    allOf: [
      ref('schemas', 'Problem'),
      { type: 'object', properties: own, required: ['code', 'status', ...required] },
    ],
  };
}
