import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../stack/project.mjs';

/** The services that run all the time; `ops` is a command. */
export const serviceNames = /** @type {const} */ (['projector', 'hub', 'letters', 'cv', 'website']);

const permissions = readFileSync(join(projectRoot, 'deploy/nats/permissions.conf'), 'utf8');

/** Who has a credential for NATS: everybody whom the permissions name. */
export const credentialNames = [...permissions.matchAll(/\$PHOENIX_NKEY_(\w+)/g)].map(
  ([, name = '']) => name.toLowerCase().replaceAll('_', '-'),
);
