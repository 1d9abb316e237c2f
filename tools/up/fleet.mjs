import { freePort, nextFreePort } from '../stack/free-port.mjs';
import { untilReady } from './ready.mjs';
import { serviceEnvironment } from './service-environment.mjs';
import { serviceNames } from './service-names.mjs';
import { runService } from './service.mjs';

/**
 * Starts every instance of every service, all at once; they wait for what they need themselves.
 * @param {{ instances: Record<string, number>, port: number, natsUrl: string,
 *   databases: Record<string, { databaseUrl: string, databaseOwnerUrl: string }>,
 *   keys: { signingKeyFile: string }, natsSeedFiles: Record<string, string>, say: (sentence: string) => void,
 *   show: (name: string, line: string) => void, onStart: () => void }} options
 */
export async function startFleet(options) {
  const { instances, natsUrl, databases, keys, natsSeedFiles, say, show, onStart } = options;
  /** @type {import('./service.mjs').Service[]} */
  const services = [];
  for (const service of serviceNames) {
    const count = instances[service] ?? 1;
    const database = databases[service];
    const natsSeedFile = natsSeedFiles[service];
    if (!database || !natsSeedFile)
      throw new Error(`No database or credential was made for ${service}.`);
    for (let instance = 1; instance <= count; instance++) {
      const port = service === 'website' ? await websitePort(options.port, say) : await freePort();
      const env = serviceEnvironment({ service, port, natsUrl, natsSeedFile, database, keys });
      const name = count > 1 ? `${service}-${instance}` : service;
      services.push(runService({ name, service, port, env, say, show, onStart }));
    }
  }
  return {
    services,
    untilReady: (/** @type {AbortSignal} */ stopping) =>
      Promise.all(services.map((service) => untilReady(service, say, stopping))),
    restart(/** @type {string[]} */ changed) {
      for (const { service, supervisor } of services) {
        if (changed.includes(service)) void supervisor.restart('its code changed');
      }
    },
    stop: () => Promise.all(services.map(({ supervisor }) => supervisor.stop())),
  };
}

async function websitePort(
  /** @type {number} */ wanted,
  /** @type {(sentence: string) => void} */ say,
) {
  const port = await nextFreePort(wanted);
  if (wanted !== 0 && port !== wanted) say(`port ${wanted} is taken; the website takes ${port}`);
  return port;
}
