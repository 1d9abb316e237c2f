import { describe, expect, it } from '@jest/globals';
import { serverAddresses } from './server-addresses.js';

describe('serverAddresses', () => {
  it.each([
    ['nats://127.0.0.1:4222', { addresses: ['nats://127.0.0.1:4222'] }],
    ['127.0.0.1', { addresses: ['127.0.0.1'] }],
    [
      'nats://me:p%40ss:word@broker:4222',
      { addresses: ['nats://broker:4222'], user: 'me', pass: 'p@ss:word' },
    ],
    ['tls://s3cret@broker', { addresses: ['tls://broker'], token: 's3cret' }],
    ['me:secret@broker:1', { addresses: ['broker:1'], user: 'me', pass: 'secret' }],
  ])('takes %s apart', (server, expected) => {
    expect(serverAddresses([server])).toEqual(expected);
  });

  it('takes the first credentials for all servers of a cluster', () => {
    expect(serverAddresses(['nats://a:1', 'nats://me:pw@b:2', 'nats://you:no@c:3'])).toEqual({
      addresses: ['nats://a:1', 'nats://b:2', 'nats://c:3'],
      user: 'me',
      pass: 'pw',
    });
  });
});
