import { createServer } from 'node:net';

/** Promises a TCP port that nobody listens on at 127.0.0.1: the preferred one when it is free, else one the system picks. */
export async function freePort(preferred = 0) {
  return (await tryListen(preferred)) ?? (await tryListen(0)) ?? preferred;
}

/**
 * Starts a server on the preferred port when it is free, else on one the system picks; on another one when somebody
 * took it between looking and listening.
 * @template T
 * @param {number} preferred
 * @param {(port: number) => Promise<T>} start
 */
export async function onFreePort(preferred, start) {
  for (let attempt = 1; ; attempt++) {
    try {
      return await start(await freePort(attempt === 1 ? preferred : 0));
    } catch (error) {
      if (attempt === 5 || !/address already in use/i.test(String(error))) throw error;
    }
  }
}

/** @param {number} port @returns {Promise<number | undefined>} */
function tryListen(port) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(undefined));
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      const address = server.address();
      server.close(() =>
        resolve(typeof address === 'object' && address ? address.port : undefined),
      );
    });
  });
}

/** Promises the first port from `preferred` upwards that nobody listens on. */
export async function nextFreePort(/** @type {number} */ preferred) {
  for (let port = preferred; port > 0 && port < 65_536; port++) {
    if ((await tryListen(port)) !== undefined) return port;
  }
  return freePort();
}
