import { Get } from '@nestjs/common';
import { listEnergyHistory } from '#libs/contracts';
import { MessageClient } from '#libs/messaging';
import { page, wholeNumber } from '../history/page.js';
import { Asking, type AskingUser } from '../identity/asking.js';
import { Operation } from '../wire/operation.js';
import { UserRoutes } from '../wire/routes.js';
import { QueryParameters, type Read } from '../wire/shape.js';

const entriesPage = page.extend({ at_least_version: wholeNumber.optional() });

@UserRoutes('luna/energy', { staffMayReadOthers: true })
export class ListEntriesRoute {
  constructor(private readonly client: MessageClient) {}

  @Operation(
    'A user’s energy movements, newest first; with at_least_version one’s own write is among them (R26).',
    listEnergyHistory,
  )
  @Get('entries')
  entries(
    @Asking() user: AskingUser,
    @QueryParameters(entriesPage) asked: Read<typeof entriesPage>,
  ) {
    return this.client.request(listEnergyHistory, { ...asked, onBehalfOf: user.onBehalfOf }, user);
  }
}
