import { Get } from '@nestjs/common';
import { listEvents } from '#libs/contracts';
import { MessageClient } from '#libs/messaging';
import { Asking, type AskingUser } from '../identity/asking.js';
import { Operation } from '../wire/operation.js';
import { UserRoutes } from '../wire/routes.js';
import { QueryParameters, type Read } from '../wire/shape.js';
import { page } from './page.js';

@UserRoutes('luna/events', { staffMayReadOthers: true })
export class ListEventsRoute {
  constructor(private readonly client: MessageClient) {}

  @Operation('What happened to a user, newest first; staff may read anybody’s.', listEvents)
  @Get(':user_id')
  events(@Asking() user: AskingUser, @QueryParameters(page) asked: Read<typeof page>) {
    return this.client.request(listEvents, { ...asked, onBehalfOf: user.onBehalfOf }, user);
  }
}
