import { HttpCode, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { openAccount } from '#libs/contracts';
import { MessageClient } from '#libs/messaging';
import { Operation } from '../wire/operation.js';
import { causeOf } from '../wire/request-facts.js';
import { UserRoutes } from '../wire/routes.js';
import { Asking, type AskingUser } from './asking.js';
import { SignIns } from './sign-ins.js';

@UserRoutes('auth')
export class SignInRoute {
  constructor(
    private readonly client: MessageClient,
    private readonly signIns: SignIns,
  ) {}

  @Operation(
    'Opens a session: the account exists from now on, with its welcome points.',
    openAccount,
  )
  @Post('sign-in')
  @HttpCode(200)
  async signIn(@Asking() user: AskingUser, @Req() request: FastifyRequest) {
    const account = await this.client.request(openAccount, {}, user);
    const { userId } = user;
    const cause = causeOf(request, userId);
    await this.signIns.record({ userId, method: 'access-token', cause });
    return account;
  }
}
