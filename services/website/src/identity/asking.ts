import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Caller, Identity } from '#libs/messaging';
import { callerOf } from '../wire/caller-of.js';
import { operationKey, type OperationFacts } from '../wire/operation.js';

interface Verified extends Identity {
  /** What it was verified by, passed on to other services. */
  readonly token: string | undefined;
  /** The other user whose data staff asks for. */
  readonly onBehalfOf: string | undefined;
}

/** A verified user who asks for something, as the start of messages to other services. */
export type AskingUser = Caller & Verified;

const verified = new WeakMap<object, Verified>();

export function rememberAsking(request: FastifyRequest, who: Verified): void {
  verified.set(request.raw, who);
}

/** Who asks, on routes for a verified user. */
export const Asking = createParamDecorator((_data: unknown, context: ExecutionContext) => {
  const request = context.switchToHttp().getRequest<FastifyRequest>();
  const who = verified.get(request.raw);
  if (!who) throw new Error('A route without a verified user asked for one: use UserRoutes.');
  return { ...callerOf(request, contractMsOf(context)), ...who } satisfies AskingUser;
});

/** The request as the start of messages, on routes for anybody. */
export const AskingAnybody = createParamDecorator((_data: unknown, context: ExecutionContext) =>
  callerOf(context.switchToHttp().getRequest<FastifyRequest>()),
);

/** How long the contract that a route hands on may take; nothing for a route that hands on none. */
function contractMsOf(context: ExecutionContext): number | undefined {
  const facts = Reflect.getMetadata(operationKey, context.getHandler()) as
    OperationFacts | undefined;
  return facts && 'timeoutMs' in facts.answer ? facts.answer.timeoutMs : undefined;
}
