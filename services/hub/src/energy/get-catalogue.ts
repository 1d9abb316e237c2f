import { Controller } from '@nestjs/common';
import {
  actionIds,
  catalogue,
  catalogueVersion,
  getCatalogue,
  packIds,
  packs,
  type ReplyOf,
} from '#libs/contracts';
import { Handles } from '#libs/messaging';

const reply: ReplyOf<typeof getCatalogue> = {
  version: catalogueVersion,
  actions: actionIds.map((action) => ({
    action,
    ...catalogue[action],
    services: [...catalogue[action].services],
  })),
  packs: packIds.map((pack) => ({ pack, ...packs[pack] })),
};

@Controller()
export class GetCatalogueHandler {
  @Handles(getCatalogue)
  handle() {
    return reply;
  }
}
