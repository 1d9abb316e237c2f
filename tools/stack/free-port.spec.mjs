import { createServer } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { freePort, onFreePort } from './free-port.mjs';

describe('a server on a free port', () => {
  /** @type {import('node:net').Server[]} */
  const open = [];
  afterEach(() => Promise.all(open.splice(0).map((one) => new Promise((done) => one.close(done)))));

  /** @param {number} port @returns {Promise<number>} */
  const listen = (port) =>
    new Promise((resolve, reject) => {
      const server = createServer().once('error', reject);
      server.listen(port, '127.0.0.1', () => {
        open.push(server);
        resolve(port);
      });
    });

  it('stands on the preferred one', async () => {
    const preferred = await freePort();
    expect(await onFreePort(preferred, listen)).toBe(preferred);
  });

  it('stands on another one when the preferred was taken between looking and listening', async () => {
    const preferred = await freePort();
    let looked = 0;
    const port = await onFreePort(preferred, async (free) => {
      if (looked++ === 0) await listen(free);
      return listen(free).catch((error) => {
        throw new Error(`It ended: ${error.message.replace('EADDRINUSE:', '')}`);
      });
    });
    expect(port).not.toBe(preferred);
    expect(looked).toBe(2);
  });

  it('says why it did not start for any other reason, at once', async () => {
    let tries = 0;
    const broken = () => Promise.reject(new Error(`no disk (${++tries})`));
    await expect(onFreePort(0, broken)).rejects.toThrow('no disk (1)');
  });
});
