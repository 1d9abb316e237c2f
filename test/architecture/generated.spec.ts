import { beforeAll, describe, expect, it } from '@jest/globals';
import { contractSentences, type GeneratedFile } from '#libs/documents';
import { allContracts, allEvents } from '#libs/contracts';
import { generatedFiles, staleFiles } from '../../tools/generate/index.mjs';
import { root } from './rules/tree.js';

const loadSource = (path: string) => import(`../../${path}`) as Promise<unknown>;

describe('the generated files', () => {
  let files: readonly GeneratedFile[];
  let folders: readonly string[];

  beforeAll(async () => {
    ({ files, folders } = await generatedFiles(loadSource, root));
  });

  it('are committed as the code says them now: run `npm run generate` after a change', () => {
    const { changed, leftOver } = staleFiles(files, folders, root);
    expect([...changed.map(({ path }) => path), ...leftOver]).toEqual([]);
  });

  it('are noticed when they are stale, missing or left over', () => {
    const [first, ...others] = files;
    const planted = [
      { ...first!, text: '{}' },
      { path: 'docs/planted.json', text: '' },
    ];
    expect(staleFiles([...others, ...planted], folders, root).changed).toEqual(planted);
    expect(staleFiles(others, folders, root).leftOver).toEqual([first!.path]);
  });

  it('find a doc comment of every contract', () => {
    const sentences = contractSentences(root);
    const silent = [...allContracts, ...allEvents].filter((one) => !sentences.get(one));
    expect(silent).toEqual([]);
  });
});
