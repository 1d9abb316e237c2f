import { setTimeout as pause } from 'node:timers/promises';
import { text } from 'node:stream/consumers';
import { Client } from 'pg';
import { percentile } from '../figures/percentile.mjs';
import { openStream } from './observer.mjs';
import { say } from './say.mjs';
import { toldEvents } from './told-events.mjs';

const tickMs = 5;
const lookEveryMs = 2;

/**
 * Tells events at a steady rate, whatever becomes of them (an open loop: whoever is late is measured as late), and
 * looks when every live read model has committed each one. The time is from when an event was due to its rows.
 */
const { natsUrl, adminUrl, perSecond, warmUpMs, measureMs } = JSON.parse(await text(process.stdin));
const { stream } = await openStream(natsUrl);
const client = new Client({ connectionString: adminUrl });
await client.connect();
/** When each event was due, by its sequence in the stream. @type {Map<number, number>} */
const due = new Map();
/** @type {number[]} */
const latencies = [];
let over = false;

const startedAt = performance.now();
const from = startedAt + warmUpMs;
const end = from + measureMs;
const looking = look();
const starting = pause(warmUpMs).then(() => say('start'));
await tell();
while (due.size > 0) await pause(tickMs);
over = true;
await Promise.all([looking, starting]);
const sorted = Float64Array.from(latencies).sort();
say('end', {
  ...{ answered: sorted.length, elapsedMs: measureMs },
  ...{ p50Ms: percentile(sorted, 0.5), p99Ms: percentile(sorted, 0.99) },
});
process.exit(0);

/** What has become due since the last time goes as one batch, as a relay sends it. */
async function tell() {
  const events = toldEvents();
  let told = 0;
  for (let now = startedAt; now < end; now = performance.now()) {
    const wanted = Math.floor(((now - startedAt) * perSecond) / 1_000);
    const batch = Array.from({ length: Math.min(500, wanted - told) }, () => events.next().value);
    const sequences = await stream.appendBatch(batch);
    sequences.forEach((sequence, n) => {
      due.set(sequence, startedAt + ((told + n + 1) * 1_000) / perSecond);
    });
    told += batch.length;
    await pause(tickMs);
  }
}

async function look() {
  while (!over) {
    const { rows } = await client.query(`
      SELECT min(sequence) AS sequence FROM projector.checkpoints
      JOIN projector.read_model_pointers USING (model, table_version)`);
    const now = performance.now();
    const reached = Number(rows[0].sequence);
    // An event may be in its rows before its sequence is known here.
    for (const [sequence, at] of due) {
      if (sequence > reached) break;
      due.delete(sequence);
      if (at >= from) latencies.push(Math.max(0, now - at));
    }
    await pause(lookEveryMs);
  }
}
