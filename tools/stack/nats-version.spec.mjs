import { describe, expect, it } from '@jest/globals';
import { isNewEnough } from './nats-version.mjs';

describe('nats-server', () => {
  it.each(['2.12.0', '2.15.1', '3.0.0'])('%s publishes a batch atomically', (version) => {
    expect(isNewEnough(version)).toBe(true);
  });

  it.each(['2.11.9', '2.9.10', '1.99.0'])('%s is too old', (version) => {
    expect(isNewEnough(version)).toBe(false);
  });
});
