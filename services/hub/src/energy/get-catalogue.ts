import { Controller } from '@nestjs/common';
import { actionIds, getCatalogue, packIds, type ReplyOf } from '#libs/contracts';
import { Handles } from '#libs/messaging';

import { PriceList } from './price-list.js';

/** The price list that this hub decides by. */
export function catalogueReply({
  version,
  actions,
  packs,
}: PriceList): ReplyOf<typeof getCatalogue> {
  return {
    version,
    actions: actionIds.map((action) => ({
      action,
      ...actions[action],
      services: [...actions[action].services],
    })),
    packs: packIds.map((pack) => ({ pack, ...packs[pack] })),
  };
}

@Controller()
export class GetCatalogueHandler {
  private readonly reply: ReplyOf<typeof getCatalogue>;

  constructor(prices: PriceList) {
    this.reply = catalogueReply(prices);
  }

  @Handles(getCatalogue)
  handle() {
    return this.reply;
  }
}
