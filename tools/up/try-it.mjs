import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { projectRoot } from '../stack/project.mjs';
import { opsEnvironment } from './ops-environment.mjs';

const run = promisify(execFile);
const ops = join(projectRoot, 'dist', 'services', 'ops', 'src', 'main.js');
const someUser = '11111111-1111-4111-8111-111111111111';

/**
 * Three commands for a first look at a running stack; README shows the same.
 * @param {string} websiteUrl
 * @param {string} [home] PHOENIX_HOME, when it is not the default
 */
export function tryIt(websiteUrl, home) {
  const where = home ? `PHOENIX_HOME=${home} ` : '';
  return [
    `TOKEN=$(${where}npm run -s phoenix -- token --user ${someUser})`,
    `curl -s -H "authorization: Bearer $TOKEN" ${websiteUrl}/api/luna/energy/balance`,
    [
      `curl -s -X POST -H "authorization: Bearer $TOKEN" -H "content-type: application/json"`,
      `-H "idempotency-key: $(node -p 'crypto.randomUUID()')" -d '{"action":"conseil_rapide"}'`,
      `${websiteUrl}/api/luna/energy/consume`,
    ].join(' '),
  ];
}

/**
 * A link that signs a browser in as the user of those commands, once, within ten minutes; undefined where none is
 * made by hand.
 * @param {import('./stack-file.mjs').Stack} stack
 */
export async function openIt(stack) {
  const env = opsEnvironment(stack);
  if (env.PHOENIX_ENV === 'production') return undefined;
  const { stdout } = await run(process.execPath, [ops, 'sign-in-link', '--user', someUser], {
    env,
  });
  return stdout.trim();
}
