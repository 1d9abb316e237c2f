import { readdir, readFile } from 'node:fs/promises';
import { parse } from 'yaml';

/**
 * A text with what a human reader found in it; texts of `held-out` were written after the lexicon was done.
 * @typedef {{ file: string, heldOut: boolean, text: string, [expectation: string]: any }} Sample
 */

const folder = new URL('../corpus/', import.meta.url);

/** @param {'offers' | 'profiles'} kind @returns {Promise<Sample[]>} in the order of their names */
export async function readCorpus(kind) {
  const parts = [kind, `held-out/${kind}`];
  const samples = await Promise.all(
    parts.map(async (part) => {
      const names = (await readdir(new URL(`${part}/`, folder))).toSorted();
      return Promise.all(
        names.map(async (name) => ({
          ...parse(await readFile(new URL(`${part}/${name}`, folder), 'utf8')),
          file: name.replace('.yaml', ''),
          heldOut: part !== kind,
        })),
      );
    }),
  );
  return samples.flat();
}
