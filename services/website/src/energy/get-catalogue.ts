import { Get } from '@nestjs/common';
import { getCatalogue } from '#libs/contracts';
import { MessageClient, type Caller } from '#libs/messaging';
import { AskingAnybody } from '../identity/asking.js';
import { Operation } from '../wire/operation.js';
import { PublicRoutes } from '../wire/routes.js';

@PublicRoutes('luna/energy')
export class GetCatalogueRoute {
  constructor(private readonly client: MessageClient) {}

  @Operation('The price list that the hub charges by.', getCatalogue)
  @Get('catalogue')
  catalogue(@AskingAnybody() caller: Caller) {
    return this.client.request(getCatalogue, {}, caller);
  }
}
