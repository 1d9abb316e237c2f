import { HttpCode, Post } from '@nestjs/common';
import { checkEnergy } from '#libs/contracts';
import { MessageClient } from '#libs/messaging';
import { Asking, type AskingUser } from '../identity/asking.js';
import { Operation } from '../wire/operation.js';
import { UserRoutes } from '../wire/routes.js';
import { JsonBody, type Read } from '../wire/shape.js';
import { actionBody } from './action-body.js';

@UserRoutes('luna/energy')
export class CheckEnergyRoute {
  constructor(private readonly client: MessageClient) {}

  @Operation('Says whether the user can pay for an action now.', checkEnergy)
  @Post('check')
  @HttpCode(200)
  check(@Asking() user: AskingUser, @JsonBody(actionBody) { action }: Read<typeof actionBody>) {
    return this.client.request(checkEnergy, { action }, user);
  }
}
