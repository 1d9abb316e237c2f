import { HttpCode, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { writeLetter, type RequestInput } from '#libs/contracts';
import { MessageClient } from '#libs/messaging';
import { Asking, type AskingUser } from '../identity/asking.js';
import { answerStream } from '../wire/answer-stream.js';
import { IdempotencyKey } from '../wire/idempotency-key.js';
import { Operation } from '../wire/operation.js';
import { UserRoutes } from '../wire/routes.js';
import { JsonBody, type Read } from '../wire/shape.js';
import { engineOrder } from './engine-order.js';

const wishes = z.object({
  experience: z.string(),
  offer: z.string().optional(),
  position: z.string(),
  company: z.string().optional(),
  tone: z.string().optional(),
  words: z.number().optional(),
  ...engineOrder,
});

@UserRoutes('letters')
export class WriteLetterRoute {
  constructor(private readonly client: MessageClient) {}

  @Operation(
    'Writes a cover letter from the experience given, told of as it grows, and keeps it, paid once per key when it is done.',
    writeLetter,
  )
  @Post('write')
  @HttpCode(200)
  write(
    @Asking() user: AskingUser,
    @IdempotencyKey() idempotencyKey: string,
    @JsonBody(wishes) wished: Read<typeof wishes>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    // The contract says which tones there are, and refuses any other by its field.
    const body = { ...wished, idempotencyKey } as RequestInput<typeof writeLetter>;
    return answerStream({ request, reply }, user, (caller, from) =>
      this.client.stream(writeLetter, body, caller, { from }),
    );
  }
}
