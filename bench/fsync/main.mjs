import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ensureBuilt } from '../../tools/stack/build.mjs';
import { ensureInstalled } from '../../tools/stack/install.mjs';
import { acknowledgements } from './read-trace.mjs';

/** Enough for more than one file of messages, so that a batch across the boundary is among them. */
const batches = 60;
const batchSize = 500;
const calls = 'write,writev,pwrite64,pwritev,fsync,fdatasync';

const say = (/** @type {string} */ sentence) => void process.stderr.write(`· ${sentence}\n`);
await ensureInstalled({ log: say });
await ensureBuilt({ log: say });
const { inOwnHome } = await import('../stack/home.mjs');
const { makeCredentials } = await import('../stack/credentials.mjs');
const { startBroker } = await import('../stack/broker.mjs');
const { someEvents } = await import('./some-events.mjs');

const found = await inOwnHome(async ({ home, ends }) => {
  const credentials = await makeCredentials(home);
  const broker = await startBroker({ home, name: 'fsync', credentials, ends });
  const trace = join(home, 'trace');
  const tracer = await follow(broker.pid, trace);
  for (let batch = 0; batch < batches; batch++)
    await broker.stream.appendBatch(someEvents(batchSize));
  for (const event of someEvents(10)) await broker.stream.append(event);
  tracer.kill('SIGINT');
  await new Promise((ended) => tracer.once('close', ended));
  return acknowledgements((await readFile(trace, 'utf8')).split('\n'));
}, say);
if (!found) process.exit(130);

const early = found.filter(({ unsynced }) => unsynced.length > 0);
const events = found.reduce((sum, one) => sum + one.events, 0);
process.stdout.write(
  `${found.length} acknowledgements of ${events} events; ${early.length} were sent before their events were synced.\n`,
);
for (const { unsynced } of early) process.stdout.write(`not synced: ${unsynced.join(', ')}\n`);
process.exit(early.length === 0 && events === batches * batchSize + 10 ? 0 : 1);

/** Writes the system calls of a running process to a file, from when this settles. */
async function follow(/** @type {number} */ pid, /** @type {string} */ file) {
  const told = ['-e', `trace=${calls}`, '-o', file, '-p', String(pid)];
  const tracer = spawn('strace', ['-f', '-y', '-tt', '-s', '300', ...told]);
  await new Promise((attached, failed) => {
    tracer.once('error', () => failed(new Error('strace does not start. Install it.')));
    tracer.once('close', () => failed(new Error(`strace could not follow process ${pid}.`)));
    tracer.stderr.on('data', (text) => String(text).includes('attached') && attached(undefined));
  });
  await pause(200);
  return tracer;
}
