import { describe, expect, it } from '@jest/globals';
import { createDataSource } from './data-source.js';

describe('the data source of a service', () => {
  it('waits longer for an answer than Postgres gives a statement, and not for ever', () => {
    const { options } = createDataSource({
      service: 'hub',
      url: 'postgres://hub@127.0.0.1/phoenix',
    });
    const { query_timeout: waits, statement_timeout: gives } = options.extra as Record<
      string,
      number
    >;
    expect(waits).toBeGreaterThan(gives!);
    expect(waits).toBeLessThan(Infinity);
  });
});
