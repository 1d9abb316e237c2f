import { HttpCode, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { correctPassage } from '#libs/contracts';
import { MessageClient } from '#libs/messaging';
import { Asking, type AskingUser } from '../identity/asking.js';
import { IdempotencyKey } from '../wire/idempotency-key.js';
import { markReplayed } from '../wire/mark-replayed.js';
import { Operation } from '../wire/operation.js';
import { UserRoutes } from '../wire/routes.js';
import { JsonBody, type Read } from '../wire/shape.js';

const passageBody = z.object({
  text: z.string(),
  start: z.number().optional(),
  end: z.number().optional(),
  letter_id: z.string().optional(),
  expected_cost: z.number().optional(),
});

@UserRoutes('letters')
export class CorrectPassageRoute {
  constructor(private readonly client: MessageClient) {}

  @Operation(
    'Corrects what is certain to be wrong in a passage and keeps it, paid once per key when it is done.',
    correctPassage,
  )
  @Post('correct')
  @HttpCode(200)
  async correct(
    @Asking() user: AskingUser,
    @IdempotencyKey() idempotencyKey: string,
    @JsonBody(passageBody) passage: Read<typeof passageBody>,
    @Res({ passthrough: true }) response: FastifyReply,
  ) {
    const body = { ...passage, idempotencyKey };
    return markReplayed(await this.client.exchange(correctPassage, body, user), response);
  }
}
