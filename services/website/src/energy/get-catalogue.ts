import { Get } from '@nestjs/common';
import { getCatalogue } from '#libs/contracts';
import { MessageClient, type Caller } from '#libs/messaging';
import { AskingAnybody } from '../identity/asking.js';
import { PublicRoutes } from '../wire/routes.js';

/** The price list that the hub charges by. */
@PublicRoutes('luna/energy')
export class GetCatalogueRoute {
  constructor(private readonly client: MessageClient) {}

  @Get('catalogue')
  catalogue(@AskingAnybody() caller: Caller) {
    return this.client.request(getCatalogue, {}, caller);
  }
}
