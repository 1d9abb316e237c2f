import { Get, Param } from '@nestjs/common';
import { getReceipt } from '#libs/contracts';
import { MessageClient } from '#libs/messaging';
import { Asking, type AskingUser } from '../identity/asking.js';
import { Operation } from '../wire/operation.js';
import { UserRoutes } from '../wire/routes.js';

@UserRoutes('luna/energy')
export class GetReceiptRoute {
  constructor(private readonly client: MessageClient) {}

  @Operation(
    'The receipt of one of the user’s entries: what for, from which grants, what remained, in a sentence.',
    getReceipt,
  )
  @Get('entries/:entry_id/receipt')
  receipt(@Asking() user: AskingUser, @Param('entry_id') entryId: string) {
    return this.client.request(getReceipt, { entryId }, user);
  }
}
