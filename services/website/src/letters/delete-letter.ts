import { Delete, Param } from '@nestjs/common';
import { deleteLetter } from '#libs/contracts';
import { MessageClient } from '#libs/messaging';
import { Asking, type AskingUser } from '../identity/asking.js';
import { Operation } from '../wire/operation.js';
import { UserRoutes } from '../wire/routes.js';

@UserRoutes('letters')
export class DeleteLetterRoute {
  constructor(private readonly client: MessageClient) {}

  @Operation(
    'Deletes one of one’s own letters; the text of every version is gone for good.',
    deleteLetter,
  )
  @Delete(':letter_id')
  delete(@Asking() user: AskingUser, @Param('letter_id') letterId: string) {
    return this.client.request(deleteLetter, { letterId }, user);
  }
}
