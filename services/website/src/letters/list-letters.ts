import { Get } from '@nestjs/common';
import { listLetters } from '#libs/contracts';
import { MessageClient } from '#libs/messaging';
import { page } from '../history/page.js';
import { Asking, type AskingUser } from '../identity/asking.js';
import { Operation } from '../wire/operation.js';
import { UserRoutes } from '../wire/routes.js';
import { QueryParameters, type Read } from '../wire/shape.js';

@UserRoutes('letters')
export class ListLettersRoute {
  constructor(private readonly client: MessageClient) {}

  @Operation('One’s own letters, the one begun last first, each with how it begins.', listLetters)
  @Get()
  letters(@Asking() user: AskingUser, @QueryParameters(page) asked: Read<typeof page>) {
    return this.client.request(listLetters, asked, user);
  }
}
