import { HttpCode, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { analyseTransition } from '#libs/contracts';
import { MessageClient } from '#libs/messaging';
import { Asking, type AskingUser } from '../identity/asking.js';
import { IdempotencyKey } from '../wire/idempotency-key.js';
import { markReplayed } from '../wire/mark-replayed.js';
import { Operation } from '../wire/operation.js';
import { UserRoutes } from '../wire/routes.js';
import { JsonBody, type Read } from '../wire/shape.js';

const transitionBody = z.object({
  experience: z.string(),
  position: z.string(),
  offer: z.string().optional(),
  expected_cost: z.number().optional(),
  free_draft: z.boolean().optional(),
});

@UserRoutes('letters')
export class AnalyseTransitionRoute {
  constructor(private readonly client: MessageClient) {}

  @Operation(
    'Compares an experience with another trade or an offer, and keeps it, paid once per key when it is done.',
    analyseTransition,
  )
  @Post('analyse-transition')
  @HttpCode(200)
  async analyse(
    @Asking() user: AskingUser,
    @IdempotencyKey() idempotencyKey: string,
    @JsonBody(transitionBody) transition: Read<typeof transitionBody>,
    @Res({ passthrough: true }) response: FastifyReply,
  ) {
    const body = { ...transition, idempotencyKey };
    return markReplayed(await this.client.exchange(analyseTransition, body, user), response);
  }
}
