import { Readable } from 'node:stream';
import { Get, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Asking, type AskingUser } from '../identity/asking.js';
import { problemJson, problemOf } from '../problems/problem.js';
import { withSnakeKeys } from '../wire/key-case.js';
import { factsOf } from '../wire/request-facts.js';
import { Operation } from '../wire/operation.js';
import { UserRoutes } from '../wire/routes.js';
import { heartbeat, serverSentEvent } from '../wire/server-sent-event.js';
import type { LiveBalance } from './live-balance.js';
import { LiveBalances } from './live-balances.js';

@UserRoutes('luna/energy')
export class StreamBalanceRoute {
  constructor(private readonly live: LiveBalances) {}

  @Operation('The user’s account as it changes: whole, at once and after each change.', {
    contentType: 'text/event-stream',
    description:
      'Events `balance` (data as GET balance answers it), and `unknown` or `signed-out` (data is a problem).',
    refusals: [429],
  })
  @Get('stream')
  stream(@Asking() user: AskingUser, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const left = new AbortController();
    reply.raw.once('close', () => left.abort());
    const states = this.live.watch(user, left.signal);
    void reply
      .header('content-type', 'text/event-stream; charset=utf-8')
      // Proxies would hold events back until a buffer is full.
      .header('x-accel-buffering', 'no')
      // Kept alive after the stream, it would hold a website up that wants to leave.
      .header('connection', 'close')
      .send(Readable.from(inEvents(states, request)));
  }
}

async function* inEvents(states: AsyncIterable<LiveBalance>, request: FastifyRequest) {
  for await (const state of states) yield asEvent(state, request);
}

function asEvent(state: LiveBalance, request: FastifyRequest): string {
  if (state.kind === 'unchanged') return heartbeat;
  if (state.kind === 'known') {
    const data = withSnakeKeys(state.balance) as object;
    return serverSentEvent('balance', data, String(state.balance.version));
  }
  const { correlationId } = factsOf(request);
  const problem = problemJson(problemOf(state.problem, false), request.url, correlationId);
  return serverSentEvent(state.kind, problem);
}
