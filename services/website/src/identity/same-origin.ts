import type { FastifyRequest } from 'fastify';
import { PhoenixError } from '#libs/contracts';

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refusal: `FORBIDDEN` for a request that changes something and was started by a page of another site. Browsers say
 * who started it in `Sec-Fetch-Site`, older ones in `Origin`; a client that says neither is no browser.
 */
export function assertSameOrigin({ method, headers }: FastifyRequest, siteUrl?: URL): void {
  if (safeMethods.has(method)) return;
  const { origin, host, 'sec-fetch-site': startedBy } = headers;
  const same =
    startedBy === undefined
      ? origin === undefined || origin === siteUrl?.origin || hostOf(origin) === host
      : startedBy === 'same-origin';
  if (same) return;
  throw new PhoenixError('FORBIDDEN', 'Another site may not act with the cookie of this one.', {
    allowed: ['same-origin'],
  });
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}
