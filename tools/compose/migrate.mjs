import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { serviceNames } from '../up/service-names.mjs';

// The service `migrate` of docker-compose.yml: roles and schemas as administrator, then each schema as its owner.
const adminUrl = process.env.DATABASE_URL ?? '';

await run('dist/libs/persistence/src/provision-main.js', {
  DATABASE_URL: adminUrl,
  input: await readFile('/keys/passwords.json', 'utf8'),
});
await Promise.all(
  serviceNames.map((service) => {
    const url = new URL(adminUrl);
    url.username = `phoenix_${service}_owner`;
    return run(`dist/services/${service}/src/migrate.js`, { DATABASE_OWNER_URL: url.href });
  }),
);
process.stdout.write('· roles, schemas and migrations are as this version needs them\n');

/** Runs a program of ours to its end; when it fails, this process fails as it did. */
async function run(
  /** @type {string} */ program,
  /** @type {Record<string, string>} */ { input, ...env },
) {
  const child = spawn(process.execPath, [program], {
    env: { ...process.env, ...env },
    stdio: ['pipe', 'inherit', 'inherit'],
  });
  child.stdin.on('error', () => {}).end(input);
  const [code] = await once(child, 'exit');
  if (code !== 0) process.exit(code ?? 1);
}
