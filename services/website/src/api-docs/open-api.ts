import { createRequire } from 'node:module';
import type { Type } from '@nestjs/common';
import { areas } from './areas.js';
import { components } from './components.js';
import { operationObject, type DescribedRoute } from './operation-object.js';
import { routesOf } from './routes-of.js';

const { version } = createRequire(import.meta.url)('#package.json') as { version: string };

const description = `Everything that Phoenix answers over HTTP. JSON with keys in snake case.

Errors are \`application/problem+json\` (RFC 9457), in French and English, each with a \`code\` for machines and the next step
for people. What moves energy wants an \`Idempotency-Key\`: the same key and body is done once, and answered alike.

Older clients call the same paths without \`/api\`, name the user by \`user_id\`, and an action by \`action_name\`. Each instance
also answers \`/live\`, \`/ready\`, \`/health\` and \`/metrics\` to whoever looks after it.
`;

/** The routes of these controllers as an OpenAPI 3.1 document. Throws, naming the route, where one says nothing of itself. */
export function openApi(controllers: readonly Type[]): object {
  const routes = controllers.flatMap(routesOf).map(described);
  const paths: Record<string, Record<string, object>> = {};
  for (const route of routes) {
    const path = route.paths[0]!.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method]: operationObject(route) };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Phoenix', version, description, license: { name: 'MIT', identifier: 'MIT' } },
    servers: [{ url: '/', description: 'Where this document was read.' }],
    tags: Object.entries(areas).map(([name, words]) => ({ name, description: words })),
    paths,
    components: components(routes),
  };
}

function described(route: ReturnType<typeof routesOf>[number]): DescribedRoute {
  const { operation, name, paths } = route;
  if (operation) return { ...route, operation };
  throw new Error(`${name} (${paths[0]}) says nothing of itself: give it an @Operation(…).`);
}
