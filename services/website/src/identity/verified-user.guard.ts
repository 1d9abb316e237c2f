import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { PhoenixError } from '#libs/contracts';
import { bearerToken, TokenVerifier, type Identity } from '#libs/messaging';
import { rememberAsking } from './asking.js';
import { notYours, otherUserNamed, staffMayReadOthers } from './other-user.js';
import { assertSameOrigin } from './same-origin.js';
import { SessionCookie } from './session-cookie.js';
import { Site } from './site.js';

/**
 * Lets in whom a verified token speaks for (R29), sent as bearer or else as cookie. Refusals: `UNAUTHENTICATED`, which
 * clears the cookie; `UNAVAILABLE`; `FORBIDDEN` for a cookie that another site uses, and for a `user_id` that is not
 * the token's, unless staff reads on a route that allows it.
 */
@Injectable()
export class VerifiedUserGuard implements CanActivate {
  constructor(
    private readonly verifier: TokenVerifier,
    private readonly reflector: Reflector,
    private readonly cookie: SessionCookie,
    private readonly site: Site,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const http = context.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const bearer = bearerToken(request.headers.authorization);
    const token = bearer ?? this.cookieOf(request);
    const identity = await this.verifier.verify(token).catch((error: unknown) => {
      const overFor = error instanceof PhoenixError && error.is('UNAUTHENTICATED');
      if (overFor && !bearer && token) this.cookie.clear(http.getResponse<FastifyReply>());
      throw error;
    });
    const onBehalfOf = this.onBehalfOf(request, identity, context);
    rememberAsking(request, { ...identity, onBehalfOf, token });
    return true;
  }

  private cookieOf(request: FastifyRequest): string | undefined {
    const token = this.cookie.read(request);
    if (token) assertSameOrigin(request, this.site.url);
    return token;
  }

  private onBehalfOf(
    request: FastifyRequest,
    identity: Identity,
    context: ExecutionContext,
  ): string | undefined {
    const other = otherUserNamed(request, identity);
    if (other === undefined) return undefined;
    const staffAllowed = this.reflector.get<boolean>(staffMayReadOthers, context.getClass());
    if (!staffAllowed || !identity.staff) throw notYours(staffAllowed);
    return other;
  }
}
