import { describe, expect, it } from '@jest/globals';
import { longFiles } from './rules/file-lengths.js';
import { badNames } from './rules/file-names.js';
import { pricesOutsideTheCatalogue } from './rules/prices.js';
import { filesUnder, isCode, sourcesUnder, textOf } from './rules/tree.js';

const withText = (paths: readonly string[]) => paths.map((path) => [path, textOf(path)] as const);

describe('the tree', () => {
  it('is named in kebab-case, without drawers for whatever fits nowhere', () => {
    expect(badNames(filesUnder())).toEqual([]);
  });

  it('has no file that is too long to read at once', () => {
    expect(longFiles(withText(filesUnder().filter(isCode)))).toEqual([]);
  });

  it('holds prices in the catalogue only', () => {
    const sources = [...sourcesUnder('libs'), ...sourcesUnder('services')];
    expect(pricesOutsideTheCatalogue(withText(sources))).toEqual([]);
  });
});
