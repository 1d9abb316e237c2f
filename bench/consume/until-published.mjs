import { setTimeout as pause } from 'node:timers/promises';

const patienceMs = 120_000;

/**
 * Waits until the stream holds as many events as the outbox, to which nobody adds any more; throws after two minutes.
 * @param {{ admin: import('pg').Client, stream: import('#libs/messaging').EventStream }} world
 */
export async function untilPublished({ admin, stream }) {
  const end = performance.now() + patienceMs;
  const { rows } = await admin.query('SELECT count(*) AS events FROM hub.outbox');
  for (;;) {
    const position = await stream.position();
    if (Number(position?.lastSequence) >= Number(rows[0].events)) return;
    if (performance.now() > end) throw new Error('The outbox does not drain.');
    await pause(10);
  }
}
