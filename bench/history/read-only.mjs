import { text } from 'node:stream/consumers';
import { everyEvent } from './read-events.mjs';
import { say } from './say.mjs';

/** A pass over the whole stream that only reads: the ceiling of whatever reads it. */
const { natsUrl } = JSON.parse(await text(process.stdin));
let startedAt = 0;
let answered = 0;
for await (const { batch } of everyEvent(natsUrl)) {
  if (startedAt === 0) {
    startedAt = performance.now();
    say('start');
  } else answered += batch.length;
}
say('end', { answered, elapsedMs: performance.now() - startedAt });
process.exit(0);
