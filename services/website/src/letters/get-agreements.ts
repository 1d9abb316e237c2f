import { Get } from '@nestjs/common';
import { getAgreements } from '#libs/contracts';
import { MessageClient } from '#libs/messaging';
import { Asking, type AskingUser } from '../identity/asking.js';
import { Operation } from '../wire/operation.js';
import { UserRoutes } from '../wire/routes.js';

@UserRoutes('letters/agreements')
export class GetAgreementsRoute {
  constructor(private readonly client: MessageClient) {}

  @Operation('To which outside providers of AI the user agreed that texts go.', getAgreements)
  @Get()
  agreements(@Asking() user: AskingUser) {
    return this.client.request(getAgreements, {}, user);
  }
}
