import type { IncomingMessage, Server } from 'node:http';

/** No part of an address of ours is longer; Fastify's own limit for a path parameter. */
const longestPart = 100;

/**
 * Sends an address that Fastify cannot read to an address that nobody serves. Fastify would answer it before any
 * hook, in words of its own that repeat the address.
 */
export function redirectUnreadableAddresses(server: Server): void {
  server.prependListener('request', (request: IncomingMessage) => {
    const [path = ''] = (request.url ?? '').split(/[?#]/);
    if (!isReadable(path)) request.url = '/(unreadable)';
  });
}

function isReadable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return path.split('/').every((part) => part.length <= longestPart);
  } catch {
    return false;
  }
}
