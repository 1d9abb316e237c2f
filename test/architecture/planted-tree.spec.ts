import { describe, expect, it } from '@jest/globals';
import { packs } from '#libs/contracts';
import { longFiles } from './rules/file-lengths.js';
import { badNames } from './rules/file-names.js';
import { missingLabels } from './rules/labels.js';
import { pricesOutsideTheCatalogue } from './rules/prices.js';

describe('a tree is refused for', () => {
  it.each([
    'services/hub/src/utils/time.ts',
    'libs/shared/src/index.ts',
    'services/hub/src/EnergyLedger.ts',
    'services/hub/src/energy_ledger.ts',
    'services/hub/src/myEnergy/ledger.ts',
  ])('the name %s', (path) => {
    expect(badNames([path])).toEqual([expect.stringContaining(path)]);
  });

  it('a file of 201 lines', () => {
    expect(longFiles([['a.ts', 'x\n'.repeat(201)]])).toEqual([
      expect.stringContaining('a.ts has 201'),
    ]);
    expect(longFiles([['a.ts', 'x\n'.repeat(200)]])).toEqual([]);
  });

  it('a price that is written down again, in cents or euros', () => {
    const cents = packs.cafe_luna.priceCents;
    const euros = `${Math.floor(cents / 100)},${cents % 100} €`;
    for (const text of [`price: ${cents},`, `Café Luna: ${euros}`]) {
      expect(pricesOutsideTheCatalogue([['a.ts', text]])).toEqual([
        expect.stringContaining('a.ts'),
      ]);
      expect(pricesOutsideTheCatalogue([['libs/contracts/src/catalogue.ts', text]])).toEqual([]);
    }
    expect(pricesOutsideTheCatalogue([['a.ts', `1${cents} v${cents} 0.${cents}`]])).toEqual([]);
  });

  it('an action without a French label', () => {
    expect(missingLabels({ action: { label: { fr: ' ', en: 'Action' } } })).toEqual([
      'action has no label in fr.',
    ]);
  });
});

describe('a tree is taken with', () => {
  it.each([
    'services/hub/src/energy/energy-ledger.spec.ts',
    'services/hub/src/migrations/1763800000000-energy-ledger.ts',
    'tools/stack/index.d.mts',
    'test/chaos/broker.chaos-spec.ts',
    'README.md',
  ])('the name %s', (path) => {
    expect(badNames([path])).toEqual([]);
  });
});
