import { describe, expect, it } from '@jest/globals';
import { collectProcessMetrics, counter, gauge, histogram, metricsRegistry } from './metrics.js';

describe('metrics', () => {
  it('counts under one name, however often the counter is asked for', async () => {
    counter('phoenix_spec_requests_total', 'Requests.', ['subject']).inc({ subject: 'a' });
    counter('phoenix_spec_requests_total', 'Requests.', ['subject']).inc({ subject: 'a' });
    gauge('phoenix_spec_lag_events', 'Lag.').set(7);
    histogram('phoenix_spec_duration_seconds', 'Duration.').observe(0.02);
    const text = await metricsRegistry.metrics();
    expect(text).toContain('phoenix_spec_requests_total{subject="a"} 2');
    expect(text).toContain('phoenix_spec_lag_events 7');
    expect(text).toContain('phoenix_spec_duration_seconds_bucket{le="0.025"} 1');
  });

  it('refuses a name that breaks the convention, and one name for two kinds', () => {
    expect(() => counter('phoenix_spec_requests', 'Open.')).toThrow('phoenix_spec_requests_total');
    expect(() => gauge('lag', 'Open.')).toThrow('phoenix_<what>_<unit>');
    expect(() => gauge('phoenix_Lag', 'Open.')).toThrow('phoenix_<what>_<unit>');
    gauge('phoenix_spec_open_connections', 'Open.');
    expect(() => histogram('phoenix_spec_open_connections', 'Open.')).toThrow('another kind');
  });

  it('holds the figures of the process once', async () => {
    collectProcessMetrics();
    collectProcessMetrics();
    expect(await metricsRegistry.metrics()).toContain('process_resident_memory_bytes');
  });
});
