import { describe, expect, it } from '@jest/globals';
import { askedPort } from './website-port.mjs';

describe("the website's port", () => {
  it.each([
    [undefined, 8080],
    ['', 8080],
    ['0', 0],
    ['1', 1],
    ['65535', 65_535],
  ])('is from PORT=%s: %s', (PORT, port) => {
    expect(askedPort({ PORT })).toBe(port);
  });

  it.each(['65536', '99999', '-1', 'abc', '80.5', '1e3', '0x50'])('is not PORT=%s', (PORT) => {
    expect(() => askedPort({ PORT })).toThrow(
      `PORT is ${PORT}: it must be a number from 1 to 65535, or 0 for any free port.`,
    );
  });
});
