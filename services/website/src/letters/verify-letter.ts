import { HttpCode, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { verifyLetter } from '#libs/contracts';
import { MessageClient } from '#libs/messaging';
import { Asking, type AskingUser } from '../identity/asking.js';
import { IdempotencyKey } from '../wire/idempotency-key.js';
import { markReplayed } from '../wire/mark-replayed.js';
import { Operation } from '../wire/operation.js';
import { UserRoutes } from '../wire/routes.js';
import { JsonBody, type Read } from '../wire/shape.js';

const letterBody = z.object({ text: z.string(), expected_cost: z.number().optional() });

@UserRoutes('letters')
export class VerifyLetterRoute {
  constructor(private readonly client: MessageClient) {}

  @Operation(
    'Checks the format of a letter by French conventions, paid once per key.',
    verifyLetter,
  )
  @Post('verify')
  @HttpCode(200)
  async verify(
    @Asking() user: AskingUser,
    @IdempotencyKey() idempotencyKey: string,
    @JsonBody(letterBody) letter: Read<typeof letterBody>,
    @Res({ passthrough: true }) response: FastifyReply,
  ) {
    const body = { ...letter, idempotencyKey };
    return markReplayed(await this.client.exchange(verifyLetter, body, user), response);
  }
}
