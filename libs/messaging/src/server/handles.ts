import { applyDecorators, UseFilters } from '@nestjs/common';
import { Ctx, MessagePattern, Payload } from '@nestjs/microservices';
import type {
  Contract,
  PartOf,
  Refusal,
  RefusalsOf,
  ReplyOf,
  RequestOf,
  StreamedReply,
} from '#libs/contracts';
import type { Call } from './call.js';
import { PassErrorsOn } from './pass-errors-on.js';
import type { StoredReply } from './stored-reply.js';

/** What a handler of this contract may answer: its reply, one of its refusals, or a reply it stored before. */
export type Answer<C extends Contract> =
  ReplyOf<C> | Refusal<RefusalsOf<C>> | StoredReply<ReplyOf<C>>;

/** What a handler of a stream yields, and returns in the end. */
export type Parts<C extends StreamedReply> = AsyncGenerator<PartOf<C>, Answer<C>, void>;

type Handler<C extends Contract> = (
  request: RequestOf<C>,
  call: Call,
) => C extends StreamedReply ? Parts<C> : Promise<Answer<C>> | Answer<C>;

/**
 * Makes a controller's method the handler of a contract; of a stream, an `async *` method. A wrong shape of a reply or
 * a part, or a refusal that the contract does not list, does not compile.
 */
export function Handles<C extends Contract>(contract: C) {
  return (target: object, key: string | symbol, descriptor: { value?: Handler<C> }): void => {
    Payload()(target, key, 0);
    Ctx()(target, key, 1);
    const decorate = applyDecorators(
      MessagePattern(`${contract.subject}.*`, { contract }),
      UseFilters(PassErrorsOn),
    );
    decorate(target, key, descriptor as TypedPropertyDescriptor<unknown>);
  };
}
