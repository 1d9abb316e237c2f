import { describe, expect, it } from '@jest/globals';
import { groupByService } from './group-by-service.js';

const endpoint = {
  name: 'query-energy-check',
  subject: 'phoenix.query.energy.check.*',
  num_requests: 7,
  num_errors: 1,
  last_error: '',
  average_processing_time: 1_234_567,
};

describe('the services of the house', () => {
  const started = '2026-11-22T10:00:00.000Z';
  const found = [
    { name: 'hub', id: 'a', version: '0.1.0', started, endpoints: [endpoint] },
    { name: 'hub', id: 'b', version: '0.1.0', started, endpoints: [] },
    { name: 'somebody-else', id: 'c', version: '9.9.9', started, endpoints: [] },
  ];

  it('are each there once, with the instances that answered', () => {
    const services = groupByService(found);
    expect(services.map(({ service, instances }) => [service, instances.length])).toEqual([
      ['hub', 2],
      ['letters', 0],
      ['cv', 0],
      ['projector', 0],
      ['website', 0],
    ]);
  });

  it('tell their figures in milliseconds', () => {
    expect(groupByService(found)[0]!.instances[0]!.endpoints[0]).toMatchObject({
      requests: 7,
      errors: 1,
      lastError: null,
      averageMs: 1.235,
    });
  });
});
