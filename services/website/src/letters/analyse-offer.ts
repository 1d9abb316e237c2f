import { HttpCode, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { analyseOffer } from '#libs/contracts';
import { MessageClient } from '#libs/messaging';
import { Asking, type AskingUser } from '../identity/asking.js';
import { IdempotencyKey } from '../wire/idempotency-key.js';
import { markReplayed } from '../wire/mark-replayed.js';
import { Operation } from '../wire/operation.js';
import { UserRoutes } from '../wire/routes.js';
import { JsonBody, type Read } from '../wire/shape.js';
import { engineOrder } from './engine-order.js';

const offerBody = z.object({
  offer: z.string(),
  ...engineOrder,
});

@UserRoutes('letters')
export class AnalyseOfferRoute {
  constructor(private readonly client: MessageClient) {}

  @Operation(
    'Says what a job offer asks for, and keeps it, paid once per key when it is done.',
    analyseOffer,
  )
  @Post('analyse-offer')
  @HttpCode(200)
  async analyse(
    @Asking() user: AskingUser,
    @IdempotencyKey() idempotencyKey: string,
    @JsonBody(offerBody) offer: Read<typeof offerBody>,
    @Res({ passthrough: true }) response: FastifyReply,
  ) {
    const body = { ...offer, idempotencyKey };
    return markReplayed(await this.client.exchange(analyseOffer, body, user), response);
  }
}
