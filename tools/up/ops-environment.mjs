import { forServices } from './service-environment.mjs';

/**
 * The environment of a command of ops: where the running stack is, unless the person's own environment says otherwise.
 * @param {import('./stack-file.mjs').Stack | undefined} running
 */
export function opsEnvironment(running, env = process.env) {
  return { ...(running && environmentOf(running)), ...forServices(env) };
}

function environmentOf(/** @type {import('./stack-file.mjs').Stack} */ running) {
  const folders = Object.entries(running.dataFolders ?? {}).filter(([, path]) => path);
  return {
    PHOENIX_DATA_FOLDERS: folders.map(([name, path]) => `${name}=${path}`).join(','),
    PHOENIX_ENV: 'development',
    NATS_URL: running.natsUrl,
    NATS_NKEY_SEED_FILE: running.natsSeedFiles.ops,
    PHOENIX_SITE_URL: running.websiteUrl,
    PHOENIX_SIGNING_KEY_FILE: running.signingKeyFile,
  };
}
