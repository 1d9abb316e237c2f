import {
  catalogue,
  catalogueVersion,
  packs as builtInPacks,
  type ActionId,
  type CatalogueAction,
  type CataloguePack,
  type PackId,
} from '#libs/contracts';

/** The prices that one hub decides by. Two hubs may have two versions side by side while a price is changed. */
export class PriceList {
  constructor(
    readonly version: number,
    readonly actions: Readonly<Record<ActionId, CatalogueAction>>,
    readonly packs: Readonly<Record<PackId, CataloguePack>>,
  ) {}
}

/** The catalogue that this code was built with. */
export const builtInPrices = new PriceList(catalogueVersion, catalogue, builtInPacks);
