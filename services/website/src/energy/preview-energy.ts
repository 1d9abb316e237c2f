import { HttpCode, Post } from '@nestjs/common';
import { previewEnergy } from '#libs/contracts';
import { MessageClient } from '#libs/messaging';
import { Asking, type AskingUser } from '../identity/asking.js';
import { Operation } from '../wire/operation.js';
import { UserRoutes } from '../wire/routes.js';
import { JsonBody, type Read } from '../wire/shape.js';
import { actionBody } from './action-body.js';

@UserRoutes('luna/energy')
export class PreviewEnergyRoute {
  constructor(private readonly client: MessageClient) {}

  @Operation('What an action would cost, with the sentence that the user confirms.', previewEnergy)
  @Post('preview')
  @HttpCode(200)
  preview(@Asking() user: AskingUser, @JsonBody(actionBody) { action }: Read<typeof actionBody>) {
    return this.client.request(previewEnergy, { action }, user);
  }
}
