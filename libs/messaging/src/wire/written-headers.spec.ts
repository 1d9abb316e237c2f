import { describe, expect, it } from '@jest/globals';
import { headers } from '@nats-io/transport-node';
import { writtenHeaders } from './written-headers.js';

const encoded = (all: object) =>
  Buffer.from((all as { encode: () => Uint8Array }).encode()).toString();

describe('written headers', () => {
  it('are the bytes that the library would send', () => {
    const own = headers();
    own.set('traceparent', '00-1-2-01');
    own.set('Phoenix-Message-Id', 'é');
    const written = writtenHeaders([
      ['traceparent', '00-1-2-01'],
      ['Authorization', undefined],
      ['Phoenix-Message-Id', 'é'],
    ]);
    expect(encoded(written)).toBe(encoded(own));
  });

  it.each(['a\r\nAuthorization: b', 'a\nb', 'a\rb'])('refuse %j, which holds another', (value) => {
    expect(() => writtenHeaders([['ce-id', value]])).toThrow('must not hold a line break');
  });
});
