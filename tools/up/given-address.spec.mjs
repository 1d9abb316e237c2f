import { once } from 'node:events';
import { createServer } from 'node:net';
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { freePort } from '../stack/free-port.mjs';
import { untilSomebodyListens } from './given-address.mjs';

const say = jest.fn();
const server = createServer((socket) => void socket.on('error', () => undefined).end());
const listen = async (port = 0) => {
  await once(server.listen(port, '127.0.0.1'), 'listening');
  return /** @type {import('node:net').AddressInfo} */ (server.address()).port;
};
const ask = (/** @type {string} */ text, limitMs = 0) =>
  untilSomebodyListens({ variable: 'NATS_URL', text, say, limitMs });

describe('an address that is given', () => {
  afterEach(async () => {
    say.mockClear();
    if (server.listening) await new Promise((closed) => server.close(closed));
  });

  it('is taken without a word when somebody listens at one of its places', async () => {
    const [port, closed] = [await listen(), await freePort()];
    await ask(`nats://127.0.0.1:${closed}, nats://user:pw@127.0.0.1:${port}`);
    await ask(`127.0.0.1:${port}`);
    expect(say).not.toHaveBeenCalled();
  });

  it('is refused when nobody does, by its name and without its password', async () => {
    const port = await freePort();
    await expect(ask(`nats://user:pw@127.0.0.1:${port}`)).rejects.toThrow(
      `Nobody listens at 127.0.0.1:${port}, which NATS_URL names. Start that server or correct NATS_URL; without NATS_URL, one is started here.`,
    );
  });

  it('is waited for while its server starts', async () => {
    const port = await freePort();
    say.mockImplementationOnce(() => void listen(port));
    await ask(`nats://127.0.0.1:${port}`, 20_000);
    expect(say.mock.calls).toEqual([
      [`waiting for 127.0.0.1:${port}, which NATS_URL names: nobody listens there yet`],
    ]);
  });

  it('is left to the driver when it is a socket in the file system', async () => {
    await untilSomebodyListens({
      variable: 'DATABASE_URL',
      text: 'postgres://postgres@/phoenix?host=/run/postgresql',
      say,
      limitMs: 0,
    });
    expect(say).not.toHaveBeenCalled();
  });
});
