import { HttpCode, Post } from '@nestjs/common';
import { writeLetter } from '#libs/contracts';
import { MessageClient } from '#libs/messaging';
import { Asking, type AskingUser } from '../identity/asking.js';
import { IdempotencyKey } from '../wire/idempotency-key.js';
import { Operation } from '../wire/operation.js';
import { UserRoutes } from '../wire/routes.js';

@UserRoutes('letters')
export class CancelLetterRoute {
  constructor(private readonly client: MessageClient) {}

  @Operation(
    'Cancels the letter that is being written under this key, at once; one that is kept already stays, and is paid.',
    { nothing: true, refusals: ['TIMED_OUT'] },
  )
  @Post('write/cancel')
  @HttpCode(204)
  cancel(@Asking() user: AskingUser, @IdempotencyKey() idempotencyKey: string): Promise<void> {
    return this.client.cancel(writeLetter, idempotencyKey, user);
  }
}
