import { Get } from '@nestjs/common';
import { getBalance } from '#libs/contracts';
import { MessageClient } from '#libs/messaging';
import { Asking, type AskingUser } from '../identity/asking.js';
import { Operation } from '../wire/operation.js';
import { UserRoutes } from '../wire/routes.js';

@UserRoutes('luna/energy')
export class GetBalanceRoute {
  constructor(private readonly client: MessageClient) {}

  @Operation('The user’s account as the ledger holds it now.', getBalance)
  @Get('balance')
  balance(@Asking() user: AskingUser) {
    return this.client.request(getBalance, {}, user);
  }
}
