import { header, streamHeader } from '#libs/messaging';
import { ref } from './ref.js';

const text = (description: string, more: object = {}) => ({ type: 'string', description, ...more });

const run = text('The id of the work: a token of the subject on which it is asked for more.', {
  format: 'uuid',
});
const number = { pattern: '^[1-9][0-9]*$' };
const answered = {
  [streamHeader.run]: run,
  [streamHeader.part]: text('The number of the part: 1, 2, 3 … without holes.', number),
};
const joined = {
  [header.replayed]: text(
    '`true` where an earlier request with the same key began the work, or had this end.',
    { const: 'true' },
  ),
};
const nothing = { type: 'object', properties: {} };

export const partHeaders = {
  type: 'object',
  properties: { ...answered, ...joined },
  required: [streamHeader.run, streamHeader.part],
};

export const endHeaders = {
  type: 'object',
  properties: {
    ...answered,
    [streamHeader.end]: text('`true`: nothing comes after it.', { const: 'true' }),
    ...joined,
  },
  required: [streamHeader.run, streamHeader.part, streamHeader.end],
};

/** What is said of every stream in the same way, once it was begun. */
export const streamMessages: Record<string, object> = {
  'stream.next': {
    title: 'The next part',
    summary: 'Asks for one part. Whoever asks has all parts before it.',
    headers: {
      allOf: [
        ref('schemas', 'requestHeaders'),
        {
          type: 'object',
          properties: { [streamHeader.part]: text('The number of the part.', number) },
          required: [streamHeader.part],
        },
      ],
    },
    correlationId: ref('correlationIds', 'request'),
    payload: nothing,
  },
  'stream.cancel': {
    title: 'Nobody wants it any more',
    summary: 'Cancels the work at once; answered with an empty object.',
    headers: {
      allOf: [
        ref('schemas', 'requestHeaders'),
        {
          type: 'object',
          properties: { [streamHeader.cancel]: text('`true`.', { const: 'true' }) },
          required: [streamHeader.cancel],
        },
      ],
    },
    correlationId: ref('correlationIds', 'request'),
    payload: nothing,
  },
  'stream.waiting': {
    title: 'waiting',
    summary: 'The work goes on; this part is not there yet. Ask again.',
    headers: {
      type: 'object',
      properties: { [streamHeader.run]: run, ...joined },
      required: [streamHeader.run],
    },
    payload: nothing,
  },
};
