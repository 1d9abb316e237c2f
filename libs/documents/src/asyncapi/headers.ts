import { dataSchemaOf, sourceOf, type EventContract } from '#libs/contracts';
import { header } from '#libs/messaging';

const text = (description: string, more: object = {}) => ({ type: 'string', description, ...more });

const traceparent = text('W3C trace context.', {
  pattern: '^00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$',
});

/** Headers that a request may carry; a bare client may leave out all that its contract does not ask for. */
export const requestHeaders = {
  type: 'object',
  properties: {
    [header.authorization]: text('`Bearer` and the access token of the user who asks.', {
      pattern: '^[Bb]earer .+$',
    }),
    [header.correlationId]: text(
      'Groups all that one action of a person caused; made up when it is absent.',
    ),
    [header.messageId]: text(
      'The id of this request: the `causationid` of events that it causes.',
      {
        format: 'uuid',
      },
    ),
    [header.timeLeftMs]: text(
      'How long the caller still waits, in milliseconds; work past it is not begun.',
      {
        pattern: '^[0-9]+$',
      },
    ),
    [header.traceparent]: traceparent,
  },
};

/** Requests in the name of a user or of staff. */
export const userRequestHeaders = { ...requestHeaders, required: [header.authorization] };

export const replyHeaders = {
  type: 'object',
  properties: {
    [header.replayed]: text(
      '`true` on the stored answer to an earlier request with the same key.',
      {
        const: 'true',
      },
    ),
  },
};

export const errorHeaders = {
  type: 'object',
  properties: {
    [header.error]: text('The English sentence of the error.'),
    [header.errorCode]: text('Its HTTP status.', { pattern: '^[45][0-9]{2}$' }),
  },
  required: [header.error, header.errorCode],
};

/** CloudEvents 1.0 in binary mode. */
export function eventHeaders(event: EventContract): object {
  const { type, version } = event;
  const properties = {
    'Nats-Msg-Id': text(
      'The id of the event once more: JetStream drops a second copy within two minutes.',
      {
        format: 'uuid',
      },
    ),
    'content-type': { type: 'string', const: 'application/json' },
    'ce-specversion': { type: 'string', const: '1.0' },
    'ce-id': text('The id of the event.', { format: 'uuid' }),
    'ce-source': { type: 'string', const: `phoenix/${sourceOf(event)}` },
    'ce-type': { type: 'string', const: type },
    'ce-time': text('When it happened: UTC, milliseconds.', { format: 'date-time' }),
    'ce-dataschema': { type: 'string', const: dataSchemaOf(type, version) },
    'ce-subjectversion': text(
      'Its place among the events of this source about this user: 1, 2, 3 … without holes.',
      {
        pattern: '^[1-9][0-9]*$',
      },
    ),
    'ce-correlationid': text('Groups all that one action of a person caused.'),
    'ce-causationid': text('The id of the message that caused it.'),
    traceparent,
  };
  const optional = {
    'ce-subject': text('The user whom it is about.', { format: 'uuid' }),
    'ce-actorid': text('Who caused it: that user, or staff; absent when a service did.', {
      format: 'uuid',
    }),
  };
  return {
    type: 'object',
    properties: { ...properties, ...optional },
    required: Object.keys(properties),
  };
}
