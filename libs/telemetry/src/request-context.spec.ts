import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { correlationIdFrom, currentContext, runInContext } from './request-context.js';
import { newTrace } from './trace-context.js';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

describe('request context', () => {
  it('follows each request through its awaits, apart from its neighbours', async () => {
    const seen = await Promise.all(
      ['a', 'b'].map((correlationId) =>
        runInContext({ correlationId, traceparent: newTrace() }, async () => {
          await nextTurn();
          return currentContext()?.correlationId;
        }),
      ),
    );
    expect(seen).toEqual(['a', 'b']);
    expect(currentContext()).toBeUndefined();
  });

  it.each(['a', 'order-7.retry_2', 'x'.repeat(64)])('keeps the correlation id %s', (id) => {
    expect(correlationIdFrom(id)).toBe(id);
  });

  it.each([undefined, '', 'x'.repeat(65), 'a b', 'a\n', '<script>', 'é', '{"a":1}'])(
    'makes a new correlation id in place of %j',
    (junk) => {
      expect(correlationIdFrom(junk)).toMatch(uuid);
    },
  );
});
