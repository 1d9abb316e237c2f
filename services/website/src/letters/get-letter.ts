import { Get, Param } from '@nestjs/common';
import { getLetter } from '#libs/contracts';
import { MessageClient } from '#libs/messaging';
import { Asking, type AskingUser } from '../identity/asking.js';
import { Operation } from '../wire/operation.js';
import { UserRoutes } from '../wire/routes.js';
import { QueryParameters, type Read } from '../wire/shape.js';
import { whichVersion } from './which-version.js';

@UserRoutes('letters')
export class GetLetterRoute {
  constructor(private readonly client: MessageClient) {}

  @Operation('One of one’s own letters, as it is now or in an earlier version.', getLetter)
  @Get(':letter_id')
  letter(
    @Asking() user: AskingUser,
    @Param('letter_id') letterId: string,
    @QueryParameters(whichVersion) asked: Read<typeof whichVersion>,
  ) {
    return this.client.request(getLetter, { letterId, ...asked }, user);
  }
}
