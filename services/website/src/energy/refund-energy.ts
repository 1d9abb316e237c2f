import { HttpCode, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { refundEnergy } from '#libs/contracts';
import { MessageClient } from '#libs/messaging';
import { Asking, type AskingUser } from '../identity/asking.js';
import { IdempotencyKey } from '../wire/idempotency-key.js';
import { markReplayed } from '../wire/mark-replayed.js';
import { Operation } from '../wire/operation.js';
import { UserRoutes } from '../wire/routes.js';
import { JsonBody, type Read } from '../wire/shape.js';

const refundBody = z.object({ entry_id: z.string() });

@UserRoutes('luna/energy')
export class RefundEnergyRoute {
  constructor(private readonly client: MessageClient) {}

  @Operation(
    'Gives back what one of the user’s actions took, once, within 7 days of it.',
    refundEnergy,
  )
  @Post('refund')
  @HttpCode(200)
  async refund(
    @Asking() user: AskingUser,
    @IdempotencyKey() idempotencyKey: string,
    @JsonBody(refundBody) { entryId }: Read<typeof refundBody>,
    @Res({ passthrough: true }) response: FastifyReply,
  ) {
    const body = { entryId, idempotencyKey };
    return markReplayed(await this.client.exchange(refundEnergy, body, user), response);
  }
}
