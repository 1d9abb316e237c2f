import { createReadStream } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { docsScript, docsStyle } from './docs-page.js';

const script = 'text/javascript; charset=utf-8';
const style = 'text/css; charset=utf-8';

/** The files of Swagger UI that the page loads, with their types; no other file of its package is served. */
const files: Readonly<Record<string, string>> = {
  'swagger-ui.css': style,
  'swagger-ui-bundle.js': script,
  'favicon-32x32.png': 'image/png',
};

/** Serves what the page of the API's document loads, beside it. */
export function servePageParts(app: NestFastifyApplication): void {
  const fastify = app.getHttpAdapter().getInstance();
  fastify.get('/api/docs/start.js', (_request, reply) => reply.type(script).send(docsScript));
  fastify.get('/api/docs/start.css', (_request, reply) => reply.type(style).send(docsStyle));
  for (const [name, type] of Object.entries(files)) {
    const file = fileURLToPath(import.meta.resolve(`swagger-ui-dist/${name}`));
    fastify.get(`/api/docs/${name}`, (_request, reply) =>
      reply
        .type(type)
        .header('cache-control', 'public, max-age=86400')
        .send(createReadStream(file)),
    );
  }
}
