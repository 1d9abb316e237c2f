import { existsSync, readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import type { EventContract } from '#libs/contracts';
import { nameOfEvent } from './charters.js';

const folder = new URL('../golden/', import.meta.url);

/** A sample of an event as it was published; undefined when none is committed. */
export function goldenOf({ type, version }: EventContract): unknown {
  const file = new URL(`${type}.v${version}.json`, folder);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as unknown) : undefined;
}

/** R6: data as they were published are read for ever, and say all that the contract knows. */
export function sampleProblems(event: EventContract, sample: unknown): string[] {
  const say = (what: string) => [`The golden sample of ${nameOfEvent(event)} ${what}`];
  if (sample === undefined) return say(`is missing: commit ${event.type}.v${event.version}.json.`);
  const read = event.data.safeParse(sample);
  if (!read.success) return say(`is not read any more: ${read.error.message}`);
  if (!isDeepStrictEqual(read.data, sample)) return say('is not read as it is written.');
  const absent = Object.keys(event.data.shape).filter((name) => !(name in (sample as object)));
  return absent.length > 0 ? say(`does not show ${absent.join(', ')}.`) : [];
}
