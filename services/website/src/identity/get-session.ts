import { Get } from '@nestjs/common';
import { Operation } from '../wire/operation.js';
import { UserRoutes } from '../wire/routes.js';
import { Asking, type AskingUser } from './asking.js';
import { sessionAnswer, toldOf } from './session-answer.js';

@UserRoutes('auth')
export class GetSessionRoute {
  @Operation('Whose session this is, and until when.', { reply: sessionAnswer })
  @Get('session')
  session(@Asking() user: AskingUser) {
    return toldOf(user);
  }
}
