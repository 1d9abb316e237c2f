import { existsSync, readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import type { EventContract } from '#libs/contracts';
import { nameOfEvent } from './charters.js';

const folder = new URL('../golden/', import.meta.url);

/** What is committed of an event: a sample as it was published, and the JSON Schema of its data. */
export interface Golden {
  readonly sample: unknown;
  readonly schema: unknown;
}

export function goldenOf({ type, version }: EventContract): Golden {
  return {
    sample: readJson(`${type}.v${version}.json`),
    schema: readJson(`${type}.v${version}.schema.json`),
  };
}

/** R6: data as they were published are read for ever, and say all that the contract knows. */
export function sampleProblems(event: EventContract, { sample }: Golden): string[] {
  const say = (what: string) => [`The golden sample of ${nameOfEvent(event)} ${what}`];
  if (sample === undefined) return say(`is missing: commit ${event.type}.v${event.version}.json.`);
  const read = event.data.safeParse(sample);
  if (!read.success) return say(`is not read any more: ${read.error.message}`);
  if (!isDeepStrictEqual(read.data, sample)) return say('is not read as it is written.');
  const absent = Object.keys(event.data.shape).filter((name) => !(name in (sample as object)));
  return absent.length > 0 ? say(`does not show ${absent.join(', ')}.`) : [];
}

/** R6: a change to a published event shows in a diff. */
export function schemaProblems(event: EventContract, { schema }: Golden): string[] {
  const now = publishedSchema(event);
  if (isDeepStrictEqual(schema, now)) return [];
  const copy = `${event.type}.v${event.version}.schema.json`;
  return [
    `${nameOfEvent(event)} is not what ${copy} says. If something was only added, commit the new schema; else make a new version with an upcast. It is now: ${JSON.stringify(now)}`,
  ];
}

/** Without words, and without the pattern of uuid, which is zod's own way to write the format. */
export function publishedSchema(event: EventContract): unknown {
  const schema = z.toJSONSchema(event.data, {
    override: ({ jsonSchema }) => {
      if (jsonSchema.format === 'uuid') delete jsonSchema.pattern;
      delete jsonSchema.description;
    },
  });
  return JSON.parse(JSON.stringify(schema)) as unknown;
}

function readJson(name: string): unknown {
  const file = new URL(name, folder);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as unknown) : undefined;
}
