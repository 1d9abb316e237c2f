import { Delete, Param } from '@nestjs/common';
import { withdrawAgreement, type AiProvider } from '#libs/contracts';
import { MessageClient } from '#libs/messaging';
import { Asking, type AskingUser } from '../identity/asking.js';
import { Operation } from '../wire/operation.js';
import { UserRoutes } from '../wire/routes.js';

@UserRoutes('letters/agreements')
export class WithdrawAgreementRoute {
  constructor(private readonly client: MessageClient) {}

  @Operation(
    'Takes the agreement back: no text of the user goes to this provider any more.',
    withdrawAgreement,
  )
  @Delete(':provider')
  withdraw(@Asking() user: AskingUser, @Param('provider') provider: AiProvider) {
    return this.client.request(withdrawAgreement, { provider }, user);
  }
}
