import { startFleet } from './fleet.mjs';
import { infrastructure } from './infrastructure.mjs';
import { prepare } from './prepare.mjs';
import { serviceNames } from './service-names.mjs';
import { keepStackFile } from './stack-file.mjs';

/**
 * Brings the whole stack up, step by step, and returns its addresses once every service is ready.
 * @param {{ home: string, instances: Record<string, number>, port: number, watch: boolean,
 *   progress: import('./progress.mjs').Progress, teardown: import('./shutdown.mjs').Shutdown,
 *   show: (name: string, line: string) => void }} options
 */
export async function bringUp({ home, instances, port, watch, progress, teardown, show }) {
  /** @type {Awaited<ReturnType<typeof startFleet>> | undefined} */
  let fleet;
  /** @type {ReturnType<typeof keepStackFile> | undefined} */
  let stackFile;
  const onStart = () => void stackFile?.write();

  const onChange = (/** @type {string[]} */ changed) => fleet?.restart(changed);
  const sources = await prepare({ watch, progress, show, onChange });
  teardown.add(sources.stop);
  const ground = await infrastructure({ home, progress, show, teardown, onStart });
  const { broker, database, databases, keys, natsSeedFiles } = ground;
  const running = await startFleet({
    instances,
    port,
    databases,
    keys,
    natsSeedFiles,
    show,
    onStart,
    natsUrl: broker.url,
    say: progress.say,
  });
  fleet = running;
  const { services } = running;
  teardown.add(running.stop);
  const kept = keepStackFile(home, () => ({
    home,
    websiteUrl: services.find(({ service }) => service === 'website')?.url ?? '',
    natsUrl: broker.url,
    natsMonitorUrl: broker.monitorUrl,
    natsPid: broker.pid,
    natsSeedFiles,
    databaseUrl: database.adminUrl,
    postgresPid: database.pid,
    ...keys,
    databases,
    dataFolders: { postgres: database.dataFolder, nats: broker.dataFolder },
    services: Object.fromEntries(
      serviceNames.map((name) => [
        name,
        services.filter(({ service }) => service === name).map(place),
      ]),
    ),
  }));
  stackFile = kept;
  teardown.add(() => kept.remove());
  // Before they are ready: what one of them waits for may be a command of the operator.
  await kept.write();
  await progress.step(`${services.length} services ready`, () =>
    running.untilReady(teardown.signal),
  );
  return kept.write();
}

function place(/** @type {import('./service.mjs').Service} */ { name, port, url, supervisor }) {
  return { name, port, url, pid: supervisor.pid };
}
