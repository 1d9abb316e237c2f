import { createServer } from 'node:net';

/** Promises a TCP port that nobody listens on at 127.0.0.1: the preferred one when it is free, else one the system picks. */
export async function freePort(preferred = 0) {
  return (await tryListen(preferred)) ?? (await tryListen(0)) ?? preferred;
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
