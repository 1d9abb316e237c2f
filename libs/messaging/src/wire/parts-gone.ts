import { PhoenixError } from '#libs/contracts';

/** `PARTS_GONE`: from this part on the work cannot be read here, or not any more. */
export function partsGone(part: number, why: string): PhoenixError<'PARTS_GONE'> {
  const sentence = `${why} Ask for the whole again, without saying from where.`;
  return new PhoenixError('PARTS_GONE', sentence, { part });
}
