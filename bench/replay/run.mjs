import { fileURLToPath } from 'node:url';
import { makeHistory } from '../history/make-history.mjs';
import { migrated } from '../history/migrated.mjs';
import { untilProjected } from '../history/until-projected.mjs';
import { runLoad } from '../load/run-load.mjs';
import { startBroker } from '../stack/broker.mjs';
import { cpuSecondsOf } from '../stack/cpu-seconds.mjs';
import { makeCredentials } from '../stack/credentials.mjs';
import { processEnvironment } from '../stack/environment.mjs';
import { startDatabaseServer } from '../stack/postgres.mjs';
import { startServices } from '../stack/services.mjs';
import { cases, goals } from './cases.mjs';
import { openOperator } from './operator.mjs';
import { copyRaw } from './raw-copy.mjs';

const perSecond = 2_000;
const fileOf = (/** @type {string} */ name) =>
  fileURLToPath(new URL(`../history/${name}.mjs`, import.meta.url));

/**
 * Rebuilding and verifying the read models of a history that the hub has made, beside a projector that is up to date.
 * @param {import('../main.mjs').BenchOptions} options
 */
export async function prepare({ home, ends, events, profile }) {
  const credentials = await makeCredentials(home);
  const postgres = await startDatabaseServer({ home, ends });
  await makeHistory({ home, credentials, postgres, ends, events });
  const broker = await startBroker({ home, name: 'history', credentials, ends });
  const template = await migrated({ postgres, broker, credentials, ends });
  const database = await postgres.createDatabase('replay', ends, {
    template,
    service: 'projector',
  });
  const begun = startServices({
    ...{ service: 'projector', broker, database, credentials, ends, nodeArguments: profile },
  });
  const servers = { nats: broker.pid, postgres: postgres.pid };
  await untilProjected({ begin: () => begun, broker, database, pids: servers });
  const {
    pids: [pid],
    failed,
  } = await begun;
  const pids = { projector: Number(pid), ...servers };
  const operator = await openOperator({ natsUrl: broker.url, credentials, ends });
  const env = processEnvironment({ service: 'projector', natsUrl: broker.url, credentials });
  const { admin, adminUrl } = database;

  const load = (/** @type {string} */ script, /** @type {import('../main.mjs').Times} */ times) =>
    runLoad({
      ...{ script: fileOf(script), env, pids, failed, ends },
      settings: { natsUrl: broker.url, adminUrl, perSecond, ...times },
    });

  /** What `work` takes, for every event in the stream. */
  async function perEvent(/** @type {() => Promise<number | void>} */ work) {
    await admin.query('CHECKPOINT');
    const all = (await broker.stream.position())?.lastSequence ?? 0;
    const before = readCpu(pids);
    const startedAt = performance.now();
    const elapsedMs = (await work()) ?? performance.now() - startedAt;
    const cpuSeconds = Object.fromEntries(
      Object.entries(readCpu(pids)).map(([name, s]) => [name, s - Number(before[name])]),
    );
    return { ...figures(all, elapsedMs), cpuSeconds, ...spent(cpuSeconds, all) };
  }

  /** @param {import('./cases.mjs').Case} one @param {import('../main.mjs').Times} times */
  async function measure({ work, model = '' }, times) {
    if (work === 'read') {
      const { answered, elapsedMs, ...rest } = await load('read-only', times);
      return { ...rest, ...figures(answered, elapsedMs) };
    }
    if (work === 'copy')
      return perEvent(() => copyRaw({ admin, model: /** @type {any} */ (model) }));
    if (work === 'verify')
      return perEvent(async () => (await operator.verify(model)).report.tookMs);
    if (work === 'rebuild') {
      await operator.clear(model);
      return perEvent(async () => void (await operator.rebuild(model)));
    }
    return besideRebuilds(times);
  }

  /** The latency of events with nothing else under way, and again while one rebuild follows the other. */
  async function besideRebuilds(/** @type {import('../main.mjs').Times} */ times) {
    const quiet = await load('event-to-row', times);
    let over = false;
    const rebuild = async () => {
      while (!over) {
        await operator.clear('event-store');
        await operator.rebuild('event-store');
      }
      await operator.clear('event-store');
    };
    const rebuilding = rebuild();
    const { answered, elapsedMs, ...rest } = await load('event-to-row', times);
    over = true;
    await rebuilding;
    const lagShare = rest.p99Ms / Math.max(2 * quiet.p99Ms, 500);
    return { ...rest, ...figures(answered, elapsedMs), quietP99Ms: quiet.p99Ms, lagShare };
  }
  return { cases, goals, measure };
}

function figures(/** @type {number} */ events, /** @type {number} */ elapsedMs) {
  return { rate: (events * 1_000) / elapsedMs, microseconds: (elapsedMs * 1_000) / events };
}

function spent(/** @type {Record<string, number>} */ cpuSeconds, /** @type {number} */ events) {
  const all = Object.values(cpuSeconds).reduce((sum, one) => sum + one, 0);
  return { cpuMicroseconds: (all * 1e6) / events };
}

function readCpu(/** @type {Record<string, number>} */ pids) {
  return Object.fromEntries(Object.entries(pids).map(([name, pid]) => [name, cpuSecondsOf(pid)]));
}
