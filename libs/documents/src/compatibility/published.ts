import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { jsonFile, type GeneratedFile } from '../generated-file.js';
import { breakingChanges, type BreakingChange } from './breaking-changes.js';
import { publications, type Publication } from './publication.js';

/** Holds what the last release published, a file for each contract, and nothing else. */
export const publishedFolder = 'test/architecture/published';
const allowedFile = 'test/architecture/allowed-changes.json';

/** A breaking change that is made all the same, and why nobody is harmed. */
export interface AllowedChange extends BreakingChange {
  readonly reason: string;
}

/** The contracts of the tree at `root` as they were published last. */
export function publishedIn(root: string): Publication[] {
  const folder = join(root, publishedFolder);
  if (!existsSync(folder)) return [];
  return readdirSync(folder).map((name) => readJson(join(folder, name)) as Publication);
}

/** The breaking changes that are allowed since then. */
export function allowedIn(root: string): AllowedChange[] {
  return readJson(join(root, allowedFile)) as AllowedChange[];
}

/** Breaking changes that nobody allowed, and allowances without a reason or for nothing. */
export function faultsOfChanges(
  changes: readonly BreakingChange[],
  allowed: readonly AllowedChange[],
): string[] {
  const is = (one: BreakingChange) => (other: BreakingChange) =>
    one.contract === other.contract && one.change === other.change;
  return [
    ...changes
      .filter((one) => !allowed.some(is(one)))
      .map(({ contract, change }) => `${contract}: ${change}.`),
    ...allowed
      .filter((one) => !changes.some(is(one)))
      .map(({ contract, change }) => `${contract}: "${change}" is allowed, but is no change.`),
    ...allowed
      .filter(({ reason }) => !reason?.trim())
      .map(({ contract, change }) => `${contract}: "${change}" is allowed without a reason.`),
  ];
}

/** What a release writes: the contracts as they are now. Throws when they break what was published before. */
export function publicationFiles(root: string): GeneratedFile[] {
  const now = publications();
  const faults = faultsOfChanges(breakingChanges(publishedIn(root), now), allowedIn(root));
  if (faults.length > 0) throw new Error(`Nothing is published:\n${faults.join('\n')}`);
  return [
    ...now.map((one) => jsonFile(`${publishedFolder}/${one.contract}.json`, one)),
    jsonFile(allowedFile, []),
  ];
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}
