import { Get } from '@nestjs/common';
import { z } from 'zod';
import { getEnergyUsage, usageWindow } from '#libs/contracts';
import { MessageClient } from '#libs/messaging';
import { wholeNumber } from '../history/page.js';
import { Asking, type AskingUser } from '../identity/asking.js';
import { Operation } from '../wire/operation.js';
import { UserRoutes } from '../wire/routes.js';
import { QueryParameters, type Read } from '../wire/shape.js';

const asks = z.object({
  window: usageWindow.optional(),
  at_least_version: wholeNumber.optional(),
});

@UserRoutes('luna/energy', { staffMayReadOthers: true })
export class GetUsageRoute {
  constructor(private readonly client: MessageClient) {}

  @Operation(
    'What a user used energy for over 7, 14 or 90 days, by day in Paris and action, and in all; 7 days without a window.',
    getEnergyUsage,
  )
  @Get('usage')
  usage(@Asking() user: AskingUser, @QueryParameters(asks) asked: Read<typeof asks>) {
    return this.client.request(getEnergyUsage, { ...asked, onBehalfOf: user.onBehalfOf }, user);
  }
}
