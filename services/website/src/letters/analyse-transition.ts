import { HttpCode, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { analyseTransition } from '#libs/contracts';
import { MessageClient } from '#libs/messaging';
import { Asking, type AskingUser } from '../identity/asking.js';
import { IdempotencyKey } from '../wire/idempotency-key.js';
import { markReplayed } from '../wire/mark-replayed.js';
import { Operation } from '../wire/operation.js';
import { UserRoutes } from '../wire/routes.js';
import { JsonBody, type Read } from '../wire/shape.js';
import { careerBody } from './engine-order.js';

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
    @JsonBody(careerBody) transition: Read<typeof careerBody>,
    @Res({ passthrough: true }) response: FastifyReply,
  ) {
    const body = { ...transition, idempotencyKey };
    return markReplayed(await this.client.exchange(analyseTransition, body, user), response);
  }
}
