import { Param, Put } from '@nestjs/common';
import { agreeToProvider, type AiProvider } from '#libs/contracts';
import { MessageClient } from '#libs/messaging';
import { Asking, type AskingUser } from '../identity/asking.js';
import { Operation } from '../wire/operation.js';
import { UserRoutes } from '../wire/routes.js';

@UserRoutes('letters/agreements')
export class AgreeToProviderRoute {
  constructor(private readonly client: MessageClient) {}

  @Operation(
    'Agrees that the user’s texts go to this provider, for work that the user asks for.',
    agreeToProvider,
  )
  @Put(':provider')
  agree(@Asking() user: AskingUser, @Param('provider') provider: AiProvider) {
    return this.client.request(agreeToProvider, { provider }, user);
  }
}
