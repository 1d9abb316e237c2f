import type { StreamPlace } from './outbox-log.js';

/**
 * The greatest sequence at which outbox and stream hold the same event, at or before the stream's end; 0 when they
 * agree nowhere. A stream that was cut agrees with the outbox up to the cut and nowhere after it, so the search
 * gallops back from the end and then halves: about 2 log n questions for n lost sequences, one when nothing was lost.
 */
export async function lastCommonPlace(
  streamEnd: number,
  publishedUpTo: (sequence: number) => Promise<StreamPlace | undefined>,
  eventIdAt: (sequence: number) => Promise<string | null>,
): Promise<number> {
  const agrees = async (place: StreamPlace) => (await eventIdAt(place.sequence)) === place.id;

  let differs = Infinity;
  let place = await publishedUpTo(streamEnd);
  for (let step = 1; place && !(await agrees(place)); step *= 2) {
    differs = place.sequence;
    place = await publishedUpTo(differs - step);
  }
  let common = place?.sequence ?? 0;
  if (differs === Infinity) return common;

  let low = common;
  while (differs - low > 1) {
    const middle = Math.floor((low + differs) / 2);
    const between = await publishedUpTo(middle);
    if (!between || between.sequence <= common) low = middle;
    else if (await agrees(between)) low = common = between.sequence;
    else differs = between.sequence;
  }
  return common;
}
