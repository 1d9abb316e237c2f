import { connect } from 'node:net';

const natsPort = 4222;

/** True as soon as one of the servers takes a TCP connection; false when none did within `withinMs`. */
export async function anyReachable(servers: readonly string[], withinMs: number): Promise<boolean> {
  const attempts = servers.map((server) => reach(addressOf(server), withinMs));
  return Promise.any(attempts).then(
    () => true,
    () => false,
  );
}

function addressOf(server: string): { host: string; port: number } {
  const { hostname, port } = new URL(server.includes('://') ? server : `nats://${server}`);
  return { host: hostname.replace(/^\[|\]$/g, ''), port: Number(port) || natsPort };
}

function reach(address: { host: string; port: number }, withinMs: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect({ ...address, timeout: withinMs });
    const end = (settle: () => void) => {
      socket.destroy();
      settle();
    };
    socket.once('connect', () => end(resolve));
    socket.once('timeout', () => end(() => reject(new Error('no answer'))));
    socket.once('error', (error) => end(() => reject(error)));
  });
}
