import { counter, gauge } from '#libs/telemetry';

/** The figures of the outbox of this process's service. */
export const relayMetrics = {
  backlog: gauge('phoenix_outbox_backlog_events', 'Events recorded but not yet published', [
    'service',
  ]),
  oldest: gauge(
    'phoenix_outbox_oldest_unpublished_seconds',
    'How long the first event that is not yet published has been waiting',
    ['service'],
  ),
  published: counter(
    'phoenix_outbox_published_events_total',
    'Events that this process published and marked',
    ['service'],
  ),
};
