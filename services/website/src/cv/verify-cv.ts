import { HttpCode, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { verifyCv } from '#libs/contracts';
import { MessageClient } from '#libs/messaging';
import { Asking, type AskingUser } from '../identity/asking.js';
import { IdempotencyKey } from '../wire/idempotency-key.js';
import { markReplayed } from '../wire/mark-replayed.js';
import { Operation } from '../wire/operation.js';
import { UserRoutes } from '../wire/routes.js';
import { JsonBody, type Read } from '../wire/shape.js';

const cvBody = z.object({ text: z.string(), expected_cost: z.number().optional() });

@UserRoutes('cv')
export class VerifyCvRoute {
  constructor(private readonly client: MessageClient) {}

  @Operation('Checks the format of a CV by French conventions, paid once per key.', verifyCv)
  @Post('verify')
  @HttpCode(200)
  async verify(
    @Asking() user: AskingUser,
    @IdempotencyKey() idempotencyKey: string,
    @JsonBody(cvBody) cv: Read<typeof cvBody>,
    @Res({ passthrough: true }) response: FastifyReply,
  ) {
    const body = { ...cv, idempotencyKey };
    return markReplayed(await this.client.exchange(verifyCv, body, user), response);
  }
}
