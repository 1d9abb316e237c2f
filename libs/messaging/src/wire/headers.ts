/** Header names of requests and replies. Events carry CloudEvents names (`stream/event-headers.ts`). */
export const header = {
  authorization: 'Authorization',
  correlationId: 'Phoenix-Correlation-Id',
  messageId: 'Phoenix-Message-Id',
  timeLeftMs: 'Phoenix-Time-Left-Ms',
  traceparent: 'traceparent',
  replayed: 'Phoenix-Replayed',
  error: 'Nats-Service-Error',
  errorCode: 'Nats-Service-Error-Code',
} as const;
