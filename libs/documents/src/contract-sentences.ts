import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as contracts from '#libs/contracts';
import type { Contract, EventContract } from '#libs/contracts';

export type Sentences = ReadonlyMap<Contract | EventContract, string>;

const documented =
  /\/\*\*((?:(?!\*\/)[^])*)\*\/\s*export const (\w+) = define(?:Command|Query|Stream|Event)\b/g;

/** What each contract promises, as its doc comment in `libs/contracts` says it. */
export function contractSentences(root: string): Sentences {
  const folder = join(root, 'libs', 'contracts', 'src');
  const sentences = new Map<Contract | EventContract, string>();
  for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    if (!path.endsWith('.ts')) continue;
    for (const [, comment = '', name = ''] of readFileSync(join(folder, path), 'utf8').matchAll(
      documented,
    )) {
      const contract = (contracts as Record<string, unknown>)[name] as Contract | EventContract;
      sentences.set(contract, proseOf(comment));
    }
  }
  return sentences;
}

function proseOf(comment: string): string {
  return comment
    .replace(/^\s*\* ?/gm, '')
    .replace(/\s+/g, ' ')
    .trim();
}
