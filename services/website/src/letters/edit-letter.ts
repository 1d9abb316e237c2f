import { Param, Patch } from '@nestjs/common';
import { z } from 'zod';
import { editLetter } from '#libs/contracts';
import { MessageClient } from '#libs/messaging';
import { Asking, type AskingUser } from '../identity/asking.js';
import { Operation } from '../wire/operation.js';
import { UserRoutes } from '../wire/routes.js';
import { JsonBody, type Read } from '../wire/shape.js';

const editBody = z.object({ text: z.string(), expected_version: z.number() });

@UserRoutes('letters')
export class EditLetterRoute {
  constructor(private readonly client: MessageClient) {}

  @Operation(
    'Writes the next version of one of one’s own letters; refused when it was changed meanwhile.',
    editLetter,
  )
  @Patch(':letter_id')
  edit(
    @Asking() user: AskingUser,
    @Param('letter_id') letterId: string,
    @JsonBody(editBody) edit: Read<typeof editBody>,
  ) {
    return this.client.request(editLetter, { letterId, ...edit }, user);
  }
}
