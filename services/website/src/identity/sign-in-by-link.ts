import { randomUUID } from 'node:crypto';
import { HttpCode, Post, Req, Res, UseGuards } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { openAccount, universalErrors } from '#libs/contracts';
import {
  IdentityBuckets,
  MessageClient,
  readSignInCode,
  TokenSigner,
  TokenVerifier,
} from '#libs/messaging';
import { callerOf } from '../wire/caller-of.js';
import { causeOf } from '../wire/request-facts.js';
import { Operation } from '../wire/operation.js';
import { PublicRoutes } from '../wire/routes.js';
import { JsonBody, type Read } from '../wire/shape.js';
import { NotInProduction } from './not-in-production.js';
import { assertSameOrigin } from './same-origin.js';
import { SessionCookie } from './session-cookie.js';
import { Sessions } from './sessions.js';
import { sessionAnswer, toldOf } from './session-answer.js';
import { SignIns } from './sign-ins.js';
import { Site } from './site.js';

const sessionSeconds = 12 * 3_600;
const linkBody = z.object({ code: z.string() });

@PublicRoutes('auth')
@UseGuards(NotInProduction)
export class SignInByLinkRoute {
  constructor(
    private readonly buckets: IdentityBuckets,
    private readonly signer: TokenSigner,
    private readonly verifier: TokenVerifier,
    private readonly client: MessageClient,
    private readonly signIns: SignIns,
    private readonly sessions: Sessions,
    private readonly cookie: SessionCookie,
    private readonly site: Site,
  ) {}

  @Operation(
    'Opens a session of 12 hours, in a cookie, by the code of a one-time link; the account exists from now on. Not in production.',
    {
      reply: sessionAnswer,
      refusals: ['SIGN_IN_LINK_REFUSED', 404, ...universalErrors],
    },
  )
  @Post('sign-in-link')
  @HttpCode(200)
  async signIn(
    @JsonBody(linkBody) { code }: Read<typeof linkBody>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) response: FastifyReply,
  ) {
    assertSameOrigin(request, this.site.url);
    const { codeId, userId, staff } = await readSignInCode(this.buckets, code);
    const sessionId = randomUUID();
    const token = await this.signer.sign({ userId, staff, sessionId }, sessionSeconds);
    const identity = await this.verifier.verify(token);
    // Before the code is used up: it can be tried again when the hub is away.
    await this.client.request(openAccount, {}, { ...callerOf(request), token });
    const cause = causeOf(request, userId);
    await this.signIns.record({ userId, method: 'sign-in-link', cause }, (tx) =>
      this.sessions.open(tx, identity, codeId),
    );
    this.cookie.write(response, token, identity.expiresAt);
    return toldOf(identity);
  }
}
