import type { z } from 'zod';
import type { RefusalCode } from './errors.js';
import type { ServiceName } from './service-name.js';

/**
 * Who may call: `user` acts for oneself with a verified token, `staff` holds a staff token,
 * `service:x` is the caller named by the subject's last token, `user-through:x` is a user's token passed on by that
 * service, `anyone` needs no identity.
 */
export type CallerRule =
  'user' | 'staff' | 'anyone' | `service:${ServiceName}` | `user-through:${ServiceName}`;

type Area = Lowercase<string>;

interface RequestContract<
  Kind extends 'command' | 'query' | 'stream',
  Request extends z.ZodObject,
  Reply extends z.ZodType,
  Code extends RefusalCode,
> {
  readonly kind: Kind;
  /** Without the caller's name, which a client adds as the last token (R28). */
  readonly subject: `phoenix.${Kind}.${Area}.${Lowercase<string>}`;
  readonly by: readonly CallerRule[];
  readonly request: Request;
  readonly reply: Reply;
  readonly refusals: readonly Code[];
  /** Largest request body in bytes; above it `PAYLOAD_TOO_LARGE`. */
  readonly maxBytes: number;
  /** How long a caller waits when it names no deadline, in milliseconds. */
  readonly timeoutMs: number;
}

/** Asks for a change. May be refused. Keyed when its request holds an `idempotencyKey`. */
export type Command<
  Request extends z.ZodObject = z.ZodObject,
  Reply extends z.ZodType = z.ZodType,
  Code extends RefusalCode = RefusalCode,
> = RequestContract<'command', Request, Reply, Code>;

/** Asks for what is known. Changes nothing, so it may be asked again at will. */
export type Query<
  Request extends z.ZodObject = z.ZodObject,
  Reply extends z.ZodType = z.ZodType,
  Code extends RefusalCode = RefusalCode,
> = RequestContract<'query', Request, Reply, Code>;

/**
 * Asks for work that tells of itself while it goes on: many parts, then one end, which is the reply. Keyed as a command
 * is; asking again with the key while the work goes on joins it. docs/streams.md says what goes over the wire.
 */
export interface StreamedReply<
  Request extends z.ZodObject = z.ZodObject,
  Part extends z.ZodType = z.ZodType,
  End extends z.ZodType = z.ZodType,
  Code extends RefusalCode = RefusalCode,
> extends RequestContract<'stream', Request, End, Code> {
  readonly part: Part;
  /** A reader that asks hears something within this time, if only that there is nothing yet, in milliseconds. */
  readonly heartbeatMs: number;
  /** A reader who has not asked for so long is gone, and the work is cancelled; in milliseconds. */
  readonly graceMs: number;
}

/** What is answered once. */
export type SingleReply = Command | Query;

export type Contract = SingleReply | StreamedReply;

/** Something that happened, told once by one service. Data holds ids, numbers, enums, codes and dates (R3). */
export interface EventContract<
  Type extends string = string,
  Data extends z.ZodObject = z.ZodObject,
> {
  readonly kind: 'event';
  readonly type: Type;
  readonly version: number;
  readonly by: readonly [`service:${ServiceName}`];
  readonly data: Data;
}

export type RequestOf<C extends Contract> = z.output<C['request']>;
export type RequestInput<C extends Contract> = z.input<C['request']>;
export type ReplyOf<C extends Contract> = z.output<C['reply']>;
export type PartOf<C extends StreamedReply> = z.output<C['part']>;
export type RefusalsOf<C extends Contract> = C['refusals'][number];
export type DataOf<E extends EventContract> = z.output<E['data']>;

type Limits = { maxBytes?: number; timeoutMs?: number };
type Definition<C> = Omit<C, 'kind' | keyof Limits> & Limits;

type Pace = 'heartbeatMs' | 'graceMs';
type StreamDefinition<C extends StreamedReply> = Omit<Definition<C>, Pace> &
  Partial<Pick<StreamedReply, Pace>>;

const defaults = { maxBytes: 64 * 1024, timeoutMs: 5_000 };
const ofStreams = { timeoutMs: 120_000, heartbeatMs: 3_000, graceMs: 10_000 };

export function defineCommand<
  Q extends z.ZodObject,
  P extends z.ZodType,
  const R extends RefusalCode = never,
>(definition: Definition<Command<Q, P, R>>): Command<Q, P, R> {
  return { kind: 'command', ...defaults, ...definition };
}

export function defineQuery<
  Q extends z.ZodObject,
  P extends z.ZodType,
  const R extends RefusalCode = never,
>(definition: Definition<Query<Q, P, R>>): Query<Q, P, R> {
  return { kind: 'query', ...defaults, ...definition };
}

export function defineStream<
  Q extends z.ZodObject,
  T extends z.ZodType,
  P extends z.ZodType,
  const R extends RefusalCode = never,
>(
  definition: StreamDefinition<StreamedReply<Q, T, P, R>>,
): StreamedReply<Q, T, P, R | 'PARTS_GONE'> {
  const refusals = [...definition.refusals, 'PARTS_GONE' as const];
  return { kind: 'stream', ...defaults, ...ofStreams, ...definition, refusals };
}

export function defineEvent<const T extends string, D extends z.ZodObject>(
  definition: Omit<EventContract<T, D>, 'kind'>,
): EventContract<T, D> {
  return { kind: 'event', ...definition };
}

/** True when the contract moves something once per idempotency key, so that a retry is safe (R14). */
export function isKeyed(contract: Contract): boolean {
  return contract.kind !== 'query' && 'idempotencyKey' in contract.request.shape;
}

/** Fields that do not make a request another one under its key: it may be sent with them and without (R13). */
export const besideKey: ReadonlySet<string> = new Set(['freeDraft']);

/** The key of a request, in the one form in which keys are compared; undefined where its contract has none. */
export function keyOf(contract: Contract, request: Readonly<Record<string, unknown>>) {
  const { idempotencyKey } = request;
  const isKey = isKeyed(contract) && typeof idempotencyKey === 'string';
  return isKey ? idempotencyKey.toLowerCase() : undefined;
}

/** The service that tells of this event: the `<source>` of its subject. */
export function sourceOf(event: EventContract): ServiceName {
  return event.by[0].slice('service:'.length) as ServiceName;
}
