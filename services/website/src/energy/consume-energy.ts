import { HttpCode, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { consumeEnergy } from '#libs/contracts';
import { MessageClient } from '#libs/messaging';
import { Asking, type AskingUser } from '../identity/asking.js';
import { IdempotencyKey } from '../wire/idempotency-key.js';
import { markReplayed } from '../wire/mark-replayed.js';
import { Operation } from '../wire/operation.js';
import { UserRoutes } from '../wire/routes.js';
import { JsonBody, type Read } from '../wire/shape.js';
import { actionBody } from './action-body.js';

@UserRoutes('luna/energy')
export class ConsumeEnergyRoute {
  constructor(private readonly client: MessageClient) {}

  @Operation('Takes energy for one action, once per key.', consumeEnergy)
  @Post('consume')
  @HttpCode(200)
  async consume(
    @Asking() user: AskingUser,
    @IdempotencyKey() idempotencyKey: string,
    @JsonBody(actionBody) { action, expectedCost }: Read<typeof actionBody>,
    @Res({ passthrough: true }) response: FastifyReply,
  ) {
    const body = { action, idempotencyKey, expectedCost };
    return markReplayed(await this.client.exchange(consumeEnergy, body, user), response);
  }
}
