import type { Readable } from 'node:stream';
import { SetMetadata } from '@nestjs/common';
import type { z } from 'zod';
import type { Contract, ErrorCode, ReplyOf, SingleReply, StreamedReply } from '#libs/contracts';

/** What a route may refuse with: an error of the table, or the status of a problem that only HTTP has. */
export type OwnRefusal = ErrorCode | number;

/** What a route answers that hands on no contract: JSON of this shape. */
export interface OwnAnswer<Shape extends z.ZodType = z.ZodType> {
  readonly reply: Shape;
  readonly refusals?: readonly OwnRefusal[];
}

/** What a route answers that is no JSON; with several types, the one that was asked for. */
export interface OtherContent {
  readonly contentType: string | readonly string[];
  readonly description: string;
  readonly refusals?: readonly OwnRefusal[];
}

/** What a route answers that has nothing to tell: 204. */
export interface NoContent {
  readonly nothing: true;
  readonly refusals?: readonly OwnRefusal[];
}

export type Answer = Contract | OwnAnswer | OtherContent | NoContent;

export interface OperationFacts {
  readonly summary: string;
  readonly answer: Answer;
}

export const operationKey = 'phoenix:operation';

type Method<Reply> = (
  target: object,
  key: string | symbol,
  // Never[]: a decorator does not care what the method is called with.
  descriptor: { value?: (...args: never[]) => Promise<Reply> | Reply },
) => void;

/**
 * Says what a route promises and what it answers: the part of the API's document that the code does not say already.
 * A method that returns something else than the contract's reply, or the shape, does not compile.
 */
export function Operation<C extends SingleReply>(summary: string, answer: C): Method<ReplyOf<C>>;
export function Operation<C extends StreamedReply>(
  summary: string,
  answer: C,
): Method<ReplyOf<C> | Readable>;
export function Operation<S extends z.ZodType>(
  summary: string,
  answer: OwnAnswer<S>,
): Method<z.output<S>>;
export function Operation(summary: string, answer: OtherContent): Method<unknown>;
export function Operation(summary: string, answer: NoContent): Method<void>;
export function Operation(summary: string, answer: Answer) {
  return SetMetadata(operationKey, { summary, answer } satisfies OperationFacts);
}
