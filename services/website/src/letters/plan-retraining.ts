import { HttpCode, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { planRetraining } from '#libs/contracts';
import { MessageClient } from '#libs/messaging';
import { Asking, type AskingUser } from '../identity/asking.js';
import { IdempotencyKey } from '../wire/idempotency-key.js';
import { markReplayed } from '../wire/mark-replayed.js';
import { Operation } from '../wire/operation.js';
import { UserRoutes } from '../wire/routes.js';
import { JsonBody, type Read } from '../wire/shape.js';
import { careerBody } from './engine-order.js';

@UserRoutes('letters')
export class PlanRetrainingRoute {
  constructor(private readonly client: MessageClient) {}

  @Operation(
    'Plans the way to another trade in phases of months, and keeps it, paid once per key when it is done.',
    planRetraining,
  )
  @Post('plan-retraining')
  @HttpCode(200)
  async plan(
    @Asking() user: AskingUser,
    @IdempotencyKey() idempotencyKey: string,
    @JsonBody(careerBody) retraining: Read<typeof careerBody>,
    @Res({ passthrough: true }) response: FastifyReply,
  ) {
    const body = { ...retraining, idempotencyKey };
    return markReplayed(await this.client.exchange(planRetraining, body, user), response);
  }
}
