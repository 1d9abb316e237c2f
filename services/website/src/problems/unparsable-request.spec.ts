import { once } from 'node:events';
import { createServer, maxHeaderSize } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Log } from '#libs/telemetry';
import { answerUnparsableRequests } from './unparsable-request.js';

const info = jest.fn();
const server = createServer(
  { requestTimeout: 1_000, headersTimeout: 1_000, connectionsCheckingInterval: 50 },
  (request) => void request.on('error', () => undefined).resume(),
);
// As Fastify has one, whose words nobody is to get.
server.on('clientError', (_error, socket) => void socket.end('HTTP/1.1 400 Bad Request\r\n\r\n{}'));

async function send(bytes: string) {
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  socket.write(bytes);
  const [head = '', body = ''] = (await text(socket)).split('\r\n\r\n');
  return { head, json: JSON.parse(body) as Record<string, unknown> };
}

describe('what is no HTTP', () => {
  beforeAll(async () => {
    answerUnparsableRequests(server, { info } as unknown as Log);
    await once(server.listen(0, '127.0.0.1'), 'listening');
  });
  beforeEach(() => void info.mockClear());
  afterAll(() => void server.close());

  it.each([
    ['no HTTP at all', 'hello\r\n\r\n', 400, 'BAD_REQUEST'],
    [
      'a body in bad chunks',
      'POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n',
      400,
      'BAD_REQUEST',
    ],
    [
      'headers that are too large',
      `GET / HTTP/1.1\r\nHost: x\r\nCookie: ${'c'.repeat(maxHeaderSize)}\r\n\r\n`,
      431,
      'HEADERS_TOO_LARGE',
    ],
    ['headers without an end', 'GET / HTTP/1.1\r\nHost: x\r\n', 408, 'REQUEST_TIMEOUT'],
  ])('is answered with a problem: %s', async (_what, bytes, status, code) => {
    const { head, json } = await send(bytes);
    expect(head).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(head).toContain('content-type: application/problem+json; charset=utf-8');
    expect(head).toContain('cache-control: no-store');
    expect(head).toContain(`x-correlation-id: ${String(json.correlation_id)}`);
    expect(json).toMatchObject({ status, code, next_step: { fr: expect.any(String) } });
    expect(info.mock.calls).toEqual([
      [{ status, problem: code, correlationId: json.correlation_id }, 'answered'],
    ]);
  });
});
