import { HttpCode, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { formatLetter } from '#libs/contracts';
import { MessageClient } from '#libs/messaging';
import { Asking, type AskingUser } from '../identity/asking.js';
import { IdempotencyKey } from '../wire/idempotency-key.js';
import { markReplayed } from '../wire/mark-replayed.js';
import { Operation } from '../wire/operation.js';
import { UserRoutes } from '../wire/routes.js';
import { JsonBody, type Read } from '../wire/shape.js';

const letterBody = z.object({
  text: z.string(),
  letter_id: z.string().optional(),
  expected_cost: z.number().optional(),
});

@UserRoutes('letters')
export class FormatLetterRoute {
  constructor(private readonly client: MessageClient) {}

  @Operation(
    'Lays a letter out by French conventions and keeps it, paid once per key when it is done.',
    formatLetter,
  )
  @Post('format')
  @HttpCode(200)
  async format(
    @Asking() user: AskingUser,
    @IdempotencyKey() idempotencyKey: string,
    @JsonBody(letterBody) letter: Read<typeof letterBody>,
    @Res({ passthrough: true }) response: FastifyReply,
  ) {
    const body = { ...letter, idempotencyKey };
    return markReplayed(await this.client.exchange(formatLetter, body, user), response);
  }
}
