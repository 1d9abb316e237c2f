import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { readAsset } from './asset.js';
import { pageHeaders, readPage } from './entrance-page.js';

/**
 * Serves the page for browsers: at the bare address, which stays JSON for tools, and its parts under /assets. The
 * page is asked for anew each time; its parts may be kept for ever, their names hold a hash of what is inside.
 */
export function servePage(app: NestFastifyApplication): void {
  const fastify = app.getHttpAdapter().getInstance();
  fastify.addHook('preHandler', async (request, reply) => {
    if (request.routeOptions.url !== '/') return;
    void reply.header('vary', 'accept');
    if (!request.headers.accept?.includes('text/html')) return;
    const { status, type, text } = await readPage();
    return reply.code(status).type(type).headers(pageHeaders).send(text);
  });
  fastify.get('/assets/:name', sendAsset);
}

async function sendAsset(request: FastifyRequest, reply: FastifyReply) {
  const { name } = request.params as { name: string };
  const takesGzip = /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
  const asset = await readAsset(name, takesGzip);
  if (!asset) return reply.callNotFound();
  if (asset.encoding) void reply.header('content-encoding', asset.encoding);
  const cacheControl = 'public, max-age=31536000, immutable';
  return reply
    .type(asset.type)
    .headers({ 'cache-control': cacheControl, vary: 'accept-encoding' })
    .send(asset.content);
}
