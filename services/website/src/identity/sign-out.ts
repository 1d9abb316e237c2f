import { HttpCode, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Operation } from '../wire/operation.js';
import { UserRoutes } from '../wire/routes.js';
import { Asking, type AskingUser } from './asking.js';
import { IdentityKeeper } from './identity-keeper.js';
import { SessionCookie } from './session-cookie.js';
import { Sessions } from './sessions.js';

@UserRoutes('auth')
export class SignOutRoute {
  constructor(
    private readonly sessions: Sessions,
    private readonly keeper: IdentityKeeper,
    private readonly cookie: SessionCookie,
  ) {}

  @Operation('Ends the session: every service refuses its tokens within a second.', {
    nothing: true,
  })
  @Post('sign-out')
  @HttpCode(204)
  async signOut(
    @Asking() user: AskingUser,
    @Res({ passthrough: true }) response: FastifyReply,
  ): Promise<void> {
    await this.sessions.revoke(user);
    this.cookie.clear(response);
    await this.keeper.tellRevoked(user.sessionId, user.expiresAt);
  }
}
