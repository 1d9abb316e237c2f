import { describe, expect, it } from '@jest/globals';
import { hideAddresses } from './hide-addresses.js';

describe('hideAddresses', () => {
  it.each([
    ['Down (connect ECONNREFUSED 127.0.0.1:5432).', 'Down (connect ECONNREFUSED [address]).'],
    ['connect ECONNREFUSED ::1:5432, again', 'connect ECONNREFUSED [address], again'],
    ['getaddrinfo ENOTFOUND db.internal.', 'getaddrinfo ENOTFOUND [address].'],
    ['No nats://broker:4222, no 10.0.0.7:4222.', 'No [address], no [address].'],
  ])('shows %s as %s', (text, shown) => {
    expect(hideAddresses(text)).toBe(shown);
  });

  it('leaves everything else as it is', () => {
    const text = 'Event 12:30 of v1.2.3 is at sequence 5: run "npm run phoenix -- stream restore".';
    expect(hideAddresses(text)).toBe(text);
  });
});
