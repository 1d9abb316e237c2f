import { randomUUID } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createConnection } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { spawnBound, stopBound } from './bound-process.mjs';
import { freePort } from './free-port.mjs';
import { natsConfig } from './nats-config.mjs';
import { commandLine, isAlive } from './process-identity.mjs';
import { stopForeign } from './stop-foreign.mjs';

/** @typedef {import('./bound-process.mjs').OnLine} OnLine */

/**
 * Starts nats-server with JetStream on `dataDir` and returns once it answers a connection.
 * @param {{ binary: string, dataDir: string, port?: number, monitorPort?: number, monitor?: boolean,
 *   syncInterval?: string, extraConfig?: string, env?: NodeJS.ProcessEnv, onLine?: OnLine }} options
 */
export async function startNats(options) {
  const { binary, dataDir, syncInterval, extraConfig, onLine } = options;
  await mkdir(dataDir, { recursive: true });
  await stopPrevious(dataDir);
  const port = options.port ?? (await freePort());
  const monitorPort =
    options.monitor === false ? undefined : (options.monitorPort ?? (await freePort()));
  const name = `phoenix-${randomUUID()}`;
  const configFile = configOf(dataDir);
  await writeFile(
    configFile,
    natsConfig({ name, port, dataDir, monitorPort, syncInterval, extraConfig }),
  );
  /** @type {string[]} */
  const said = [];
  const bound = spawnBound(
    binary,
    ['-c', configFile],
    { cwd: '/', env: { ...process.env, ...options.env } },
    (line, stream) => {
      said.push(line);
      if (said.length > 20) said.shift();
      onLine?.(line, stream);
    },
  );
  await writeFile(pidFileOf(dataDir), String(bound.child.pid ?? ''));
  await answering(port, name, bound.exited, said);
  return {
    url: `nats://127.0.0.1:${port}`,
    port,
    ...(monitorPort ? { monitorUrl: `http://127.0.0.1:${monitorPort}` } : {}),
    pid: /** @type {number} */ (bound.child.pid),
    process: bound.child,
    exited: bound.exited,
    /** Lets it finish what it writes, and waits for its end. */
    stop: () => stopBound(bound),
    /** A crash: ends it without warning, and waits for its end. */
    kill: () => stopBound(bound, 'SIGKILL'),
  };
}

/** Our own server answers with our name; whoever else holds the port does not. */
async function answering(
  /** @type {number} */ port,
  /** @type {string} */ name,
  /** @type {Promise<unknown>} */ exited,
  /** @type {string[]} */ said,
) {
  let ended = false;
  void exited.then(() => (ended = true));
  for (;;) {
    if ((await firstLine(port)).includes(name)) return;
    if (ended) {
      throw new Error(
        `nats-server ended before it accepted connections on port ${port}. Its last lines:\n${said.join('\n')}`,
      );
    }
    await pause(10);
  }
}

/** @param {number} port @returns {Promise<string>} nats-server speaks first: one line, INFO and who it is. */
function firstLine(port) {
  return new Promise((resolve) => {
    const socket = createConnection({ port, host: '127.0.0.1' });
    let text = '';
    const end = () => {
      socket.destroy();
      resolve(text);
    };
    socket.setTimeout(2_000, end);
    socket.on('data', (chunk) => {
      text += chunk.toString();
      if (text.includes('\n')) end();
    });
    socket.once('error', end);
    socket.once('close', end);
  });
}

/** A server that outlived its owner holds the store; two on one store would spoil it. */
async function stopPrevious(/** @type {string} */ dataDir) {
  const pid = Number(await readFile(pidFileOf(dataDir), 'utf8').catch(() => ''));
  if (!isAlive(pid) || !commandLine(pid).includes(configOf(dataDir))) return;
  await stopForeign(pid);
}

function configOf(/** @type {string} */ dataDir) {
  return join(dataDir, 'nats-server.conf');
}

function pidFileOf(/** @type {string} */ dataDir) {
  return join(dataDir, 'nats-server.pid');
}
