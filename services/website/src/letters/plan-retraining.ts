import { HttpCode, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { planRetraining } from '#libs/contracts';
import { MessageClient } from '#libs/messaging';
import { Asking, type AskingUser } from '../identity/asking.js';
import { IdempotencyKey } from '../wire/idempotency-key.js';
import { markReplayed } from '../wire/mark-replayed.js';
import { Operation } from '../wire/operation.js';
import { UserRoutes } from '../wire/routes.js';
import { JsonBody, type Read } from '../wire/shape.js';

const retrainingBody = z.object({
  experience: z.string(),
  position: z.string(),
  offer: z.string().optional(),
  expected_cost: z.number().optional(),
  free_draft: z.boolean().optional(),
});

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
    @JsonBody(retrainingBody) retraining: Read<typeof retrainingBody>,
    @Res({ passthrough: true }) response: FastifyReply,
  ) {
    const body = { ...retraining, idempotencyKey };
    return markReplayed(await this.client.exchange(planRetraining, body, user), response);
  }
}
