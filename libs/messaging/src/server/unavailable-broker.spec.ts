import { describe, expect, it } from '@jest/globals';
import { errors } from '@nats-io/nats-core';
import { unavailableBroker } from './unavailable-broker.js';

describe('an error of the broker', () => {
  it('that may be gone in a moment is UNAVAILABLE, so that whoever asked tries again', () => {
    for (const error of [new errors.TimeoutError(), new errors.ClosedConnectionError()]) {
      expect(unavailableBroker(error)).toMatchObject({
        code: 'UNAVAILABLE',
        details: { reason: 'the message broker did not answer it in time' },
      });
    }
  });

  it('is left alone when it says something else', () => {
    expect(unavailableBroker(new Error('timeout'))).toBeUndefined();
    expect(unavailableBroker(new errors.InvalidArgumentError('subject'))).toBeUndefined();
  });
});
