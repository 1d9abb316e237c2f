import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';

/**
 * Lets go, when the website leaves, of connections on which nothing was asked yet: browsers open them ahead of need,
 * and Node would wait a minute for their first request.
 */
export function closeUnusedConnections(fastify: FastifyInstance): void {
  const unused = new Set<Socket>();
  fastify.server.on('connection', (socket: Socket) => {
    unused.add(socket);
    socket.once('close', () => unused.delete(socket));
  });
  fastify.server.on('request', ({ socket }: { socket: Socket }) => unused.delete(socket));
  fastify.addHook('preClose', (done) => {
    for (const socket of unused) socket.destroy();
    done();
  });
}
