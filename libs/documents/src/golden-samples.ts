import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EventContract } from '#libs/contracts';

/** The data of an event as it was published, or undefined; an architecture test asks for one of each. */
export type GoldenSamples = (event: EventContract) => unknown;

export function goldenSamples(root: string): GoldenSamples {
  return ({ type, version }) => {
    const file = join(root, 'test', 'architecture', 'golden', `${type}.v${version}.json`);
    return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as unknown) : undefined;
  };
}
