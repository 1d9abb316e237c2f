import { Get, Param } from '@nestjs/common';
import { getReceipt } from '#libs/contracts';
import { MessageClient } from '#libs/messaging';
import { Asking, type AskingUser } from '../identity/asking.js';
import { UserRoutes } from '../wire/routes.js';

/** The receipt of one of the user's entries, with a sentence in French and English. */
@UserRoutes('luna/energy')
export class GetReceiptRoute {
  constructor(private readonly client: MessageClient) {}

  @Get('entries/:entry_id/receipt')
  receipt(@Asking() user: AskingUser, @Param('entry_id') entryId: string) {
    return this.client.request(getReceipt, { entryId }, user);
  }
}
