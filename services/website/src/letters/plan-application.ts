import { HttpCode, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { planApplication } from '#libs/contracts';
import { MessageClient } from '#libs/messaging';
import { Asking, type AskingUser } from '../identity/asking.js';
import { IdempotencyKey } from '../wire/idempotency-key.js';
import { markReplayed } from '../wire/mark-replayed.js';
import { Operation } from '../wire/operation.js';
import { UserRoutes } from '../wire/routes.js';
import { JsonBody, type Read } from '../wire/shape.js';
import { engineOrder } from './engine-order.js';

const applicationBody = z.object({
  experience: z.string(),
  position: z.string(),
  company: z.string().optional(),
  offer: z.string().optional(),
  ...engineOrder,
});

@UserRoutes('letters')
export class PlanApplicationRoute {
  constructor(private readonly client: MessageClient) {}

  @Operation(
    'Plans one application, what to put forward, what to answer and what to do when, and keeps it, paid once per key when it is done.',
    planApplication,
  )
  @Post('plan-application')
  @HttpCode(200)
  async plan(
    @Asking() user: AskingUser,
    @IdempotencyKey() idempotencyKey: string,
    @JsonBody(applicationBody) application: Read<typeof applicationBody>,
    @Res({ passthrough: true }) response: FastifyReply,
  ) {
    const body = { ...application, idempotencyKey };
    return markReplayed(await this.client.exchange(planApplication, body, user), response);
  }
}
