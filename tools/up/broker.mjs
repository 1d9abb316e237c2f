import { existsSync } from 'node:fs';
import { readFile, rename, stat, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { freePort, onFreePort } from '../stack/free-port.mjs';
import { projectRoot } from '../stack/project.mjs';
import { findNatsServer } from '../stack/nats-server.mjs';
import { startNats } from '../stack/nats-start.mjs';
import { startedOrStopped, supervise } from '../stack/supervise.mjs';

const permissions = join(projectRoot, 'deploy', 'nats', 'permissions.conf');
/** The account of that file which holds the streams. */
const storageAccount = 'EVENTS';
/** What nats-server says when it switches JetStream off. */
const outOfRoom = /no space left on device|JetStream out of/i;
const enoughRoom = 16 * 1024 ** 2;

/**
 * Keeps a nats-server running on `home`, always at the same address, with the credentials and permissions of
 * deploy/nats.
 * @param {{ home: string, publicKeys: Record<string, string>, say: (sentence: string) => void, show: (name: string, line: string) => void, onStart: () => void }} options
 */
export async function runBroker({ home, publicKeys, say, show, onStart }) {
  const binary = await findNatsServer({ home, log: say });
  const dataDir = join(home, 'nats');
  await moveToStorageAccount(dataDir);
  const extraConfig = await readFile(permissions, 'utf8');
  /** @type {{ port: number, monitorPort: number } | undefined} Settled by the first start. */
  let ports;
  const vanished = folderWatch(dataDir);
  /** Whether JetStream gave up because its disk was full; only a restart brings it back. */
  let disabled = false;
  const supervisor = supervise({
    name: 'nats',
    log: say,
    start: async () => {
      vanished.forget();
      disabled = false;
      const listenOn = async (/** @type {number} */ port, /** @type {number} */ monitorPort) => {
        const running = await startNats({
          binary,
          dataDir,
          port,
          monitorPort,
          extraConfig,
          env: publicKeys,
          onLine: (line) => {
            if (outOfRoom.test(line)) disabled = true;
            if (/\[(WRN|ERR|FTL)\]/.test(line)) show('nats', line);
          },
        });
        ports = { port, monitorPort };
        return running;
      };
      const nats = await (ports
        ? listenOn(ports.port, ports.monitorPort)
        : onFreePort(4222, async (port) => listenOn(port, await freePort(8222))));
      onStart();
      return { child: nats.process, exited: nats.exited };
    },
  });
  const lookForFolder = async () => {
    const folder = await vanished.check();
    if (!folder) return;
    say(
      `The broker's data folder ${folder} is gone: what the stream held is lost here. nats-server starts again on an empty one; the services say what to do (/ready, \`npm run phoenix -- status\`).`,
    );
    await supervisor.restart('its data folder is gone');
  };
  const lookForRoom = async () => {
    if (!disabled) return;
    const { bavail, bsize } = await statfs(dataDir);
    if (bavail * bsize < enoughRoom) return;
    disabled = false;
    await supervisor.restart('its disk was full, and has room again');
  };
  const timer = setInterval(() => {
    lookForRoom().catch((error) => say(`The broker's disk cannot be watched: ${error}`));
    lookForFolder().catch((error) => say(`The broker's data folder cannot be watched: ${error}`));
  }, 500);
  await startedOrStopped(supervisor);
  return {
    dataFolder: dataDir,
    url: `nats://127.0.0.1:${ports?.port}`,
    monitorUrl: `http://127.0.0.1:${ports?.monitorPort}`,
    get pid() {
      return supervisor.pid;
    },
    stop: async (/** @type {NodeJS.Signals} */ signal = 'SIGTERM') => {
      clearInterval(timer);
      await supervisor.stop(signal);
    },
  };
}

/** Streams of before there were accounts lie in the one that has no name. */
async function moveToStorageAccount(/** @type {string} */ dataDir) {
  const [before, now] = ['$G', storageAccount].map((name) => join(dataDir, 'jetstream', name));
  if (before && now && existsSync(before) && !existsSync(now)) await rename(before, now);
}

/** nats-server goes on with files that were deleted under it as if nothing had happened; this sees it. */
function folderWatch(/** @type {string} */ dataDir) {
  const folders = [dataDir, join(dataDir, 'jetstream'), join(dataDir, 'jetstream', storageAccount)];
  /** @type {Map<string, number>} */
  let seen = new Map();
  return {
    forget: () => (seen = new Map()),
    /** The first folder that was there before and is not, or is another one. */
    async check() {
      const looking = seen;
      for (const folder of folders) {
        const inode = (await stat(folder).catch(() => undefined))?.ino;
        if (looking !== seen) return undefined;
        const before = seen.get(folder);
        if (before !== undefined && before !== inode) {
          seen = new Map();
          return folder;
        }
        if (inode !== undefined) seen.set(folder, inode);
      }
      return undefined;
    },
  };
}
