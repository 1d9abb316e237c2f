import { catalogueVersion } from '#libs/contracts';
import type { HouseStatus } from '../house-status.js';
import { isUnknown } from '../unknown.js';
import { askAgain, sentence, type Fault } from './fault.js';

export function catalogueFaults({ catalogue }: HouseStatus): Fault[] {
  if (catalogue === null) return [];
  if (isUnknown(catalogue)) {
    const wrong = `The hub runs, and could not tell its catalogue: ${sentence(catalogue.unknown)}`;
    return [{ wrong, help: askAgain }];
  }
  if (catalogue.version === catalogueVersion) return [];
  return [
    {
      wrong: `The hub has version ${catalogue.version} of the catalogue, this command line has ${catalogueVersion}.`,
      help: 'The prices of the hub rule. Bring all processes to one release, or shown prices are refused with PRICE_CHANGED.',
    },
  ];
}
