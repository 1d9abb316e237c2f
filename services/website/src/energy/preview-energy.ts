import { HttpCode, Post } from '@nestjs/common';
import { previewEnergy } from '#libs/contracts';
import { MessageClient } from '#libs/messaging';
import { Asking, type AskingUser } from '../identity/asking.js';
import { UserRoutes } from '../wire/routes.js';
import { JsonBody, type Read } from '../wire/shape.js';
import { actionBody } from './action-body.js';

/** What an action would cost, with the sentence that the user confirms. */
@UserRoutes('luna/energy')
export class PreviewEnergyRoute {
  constructor(private readonly client: MessageClient) {}

  @Post('preview')
  @HttpCode(200)
  preview(@Asking() user: AskingUser, @JsonBody(actionBody) { action }: Read<typeof actionBody>) {
    return this.client.request(previewEnergy, { action }, user);
  }
}
