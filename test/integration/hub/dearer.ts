import { catalogue, catalogueVersion, packs } from '#libs/contracts';
import { PriceList } from '../../../services/hub/src/energy/price-list.js';

/** The next price list: a letter costs 18 instead of 15. */
export const dearer = new PriceList(
  catalogueVersion + 1,
  { ...catalogue, lettre_motivation: { ...catalogue.lettre_motivation, cost: 18 } },
  packs,
);
