import { readEvents } from '#libs/messaging';
import { openStream } from './observer.mjs';

const batchSize = 2_000;

/** Every event of the stream, in batches, with what the stream says of each. @param {string} natsUrl */
export async function* everyEvent(natsUrl) {
  const { connection, stream, log } = await openStream(natsUrl);
  const position = await stream.position();
  if (!position) throw new Error('There is no stream.');
  const { epoch, lastSequence } = position;
  const over = new AbortController();
  try {
    const { signal } = over;
    for await (const batch of readEvents({ stream, epoch, from: 1, batchSize, signal, log })) {
      yield { epoch, batch };
      if (Number(batch.at(-1)?.sequence) >= lastSequence) return;
    }
  } finally {
    over.abort();
    await connection.close();
  }
}
