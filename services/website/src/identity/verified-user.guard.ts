import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { bearerToken, TokenVerifier } from '#libs/messaging';
import { notYours, otherUserNamed, staffMayReadOthers } from './other-user.js';
import { rememberAsking } from './asking.js';

/**
 * Lets in whom a verified token speaks for (R29). Refusals: `UNAUTHENTICATED`; `FORBIDDEN` for a `user_id` that is
 * not the token's, unless staff reads on a route that allows it.
 */
@Injectable()
export class VerifiedUserGuard implements CanActivate {
  constructor(
    private readonly verifier: TokenVerifier,
    private readonly reflector: Reflector,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const identity = await this.verifier.verify(bearerToken(request.headers.authorization));
    const onBehalfOf = otherUserNamed(request, identity);
    if (onBehalfOf !== undefined) {
      const staffAllowed = this.reflector.get<boolean>(staffMayReadOthers, context.getClass());
      if (!staffAllowed || !identity.staff) throw notYours(staffAllowed);
    }
    rememberAsking(request, { userId: identity.userId, onBehalfOf });
    return true;
  }
}
