import { counter, gauge } from '#libs/telemetry';

export const openStreams = gauge(
  'phoenix_streams_open',
  'Streamed replies whose handler is at work',
  ['contract'],
);

export const streamedParts = counter(
  'phoenix_stream_parts_total',
  'Parts that handlers of streamed replies made',
  ['contract'],
);

/** `asked`: a caller said so. `gone`: nobody asked for a part for too long. */
export const cancelledStreams = counter(
  'phoenix_streams_cancelled_total',
  'Streamed replies that were cancelled before their end',
  ['contract', 'reason'],
);
