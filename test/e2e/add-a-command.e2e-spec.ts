import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { blocksOf, type Block } from './readme-blocks.js';
import { ScratchCopy } from './scratch-copy.js';

describe('README, "Add a command in four steps"', () => {
  let scratch: ScratchCopy;
  let blocks: Block[];

  beforeAll(async () => {
    blocks = blocksOf(await readFile('README.md', 'utf8'), 'Add a command in four steps');
    scratch = await ScratchCopy.make();
  }, 60_000);
  afterAll(() => scratch?.remove());

  it('makes a service that answers the new command, by its contract', async () => {
    for (const { kind, path, text } of blocks) {
      if (kind === 'ts') await scratch.write(path, text);
      if (kind === 'diff') await scratch.addLines(path, text.trimEnd().split('\n'));
    }
    const commands = blocks.filter(({ kind }) => kind === 'sh').map(({ text }) => text);
    expect(commands).toHaveLength(1);
    const printed = await scratch.run(commands.join('\n'));
    const { passed, failed } = /tests: (?<passed>\d+) passed, (?<failed>\d+) failed/.exec(
      printed,
    )!.groups!;
    expect(Number(failed)).toBe(0);
    expect(Number(passed)).toBeGreaterThan(5);
  }, 240_000);
});
