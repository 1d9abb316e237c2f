import {
  allContracts,
  allEvents,
  house,
  serviceNames,
  sourceOf,
  universalErrors,
  type Contract,
  type ServiceName,
  type StreamedReply,
} from '#libs/contracts';
import { nameOf, nameOfEvent } from '../contract-names.js';
import type { Sentences } from '../contract-sentences.js';
import { ref } from './ref.js';

/** Where each contract is asked and answered, and where each service tells its events. */
export function channels(sentences: Sentences): Record<string, object> {
  return Object.fromEntries([
    ...allContracts.flatMap((contract) => [
      [nameOf(contract), requestChannel(contract, sentences)],
      [replyChannelName(contract), replyChannel(contract)],
      ...(contract.kind === 'stream' ? [[runChannelName(contract), runChannel(contract)]] : []),
    ]),
    ...sources.map((source) => [eventChannelName(source), eventChannel(source)]),
  ]) as Record<string, object>;
}

export function replyChannelName(contract: Contract): string {
  return `${nameOf(contract)}.reply`;
}

/** Where a stream that was begun is asked for its parts. */
export function runChannelName(contract: StreamedReply): string {
  return `${nameOf(contract)}.run`;
}

export function eventChannelName(source: ServiceName): string {
  return `event.${source}`;
}

/** The services that tell events. */
const sources = serviceNames.filter((service) => house[service].emits.length > 0);

function requestChannel(contract: Contract, sentences: Sentences): object {
  const { subject, maxBytes, by } = contract;
  return {
    address: `${subject}.{caller}`,
    title: nameOf(contract),
    description: `${sentences.get(contract)} Open to ${by.join(', ')}; at most ${maxBytes} bytes.`,
    messages: { request: ref('messages', `${nameOf(contract)}.request`) },
    parameters: { caller: callerParameter(contract) },
  };
}

function callerParameter(contract: Contract): object {
  return {
    description: 'The name of the calling service (R28).',
    examples: serviceNames.filter((service) => house[service].calls.includes(contract)),
  };
}

function runChannel(contract: StreamedReply): object {
  const { subject, heartbeatMs, graceMs } = contract;
  return {
    address: `${subject}.{run}.{caller}`,
    title: `${nameOf(contract)}, once begun`,
    description: `Asks for one part after another, each answered within ${heartbeatMs} ms, if only with \`waiting\`; or cancels. Whoever does not ask for ${graceMs} ms is gone, and the work is cancelled.`,
    messages: { next: ref('messages', 'stream.next'), cancel: ref('messages', 'stream.cancel') },
    parameters: {
      run: {
        description:
          'The id of the work, as its answers say it. A request that begins may be sent here with its idempotency key instead, to join the work under it, and so may what cancels it.',
      },
      caller: callerParameter(contract),
    },
  };
}

function replyChannel(contract: Contract): object {
  const codes = [...contract.refusals, ...universalErrors];
  return {
    address: null,
    title: `Answers to ${nameOf(contract)}`,
    description: 'The reply subject of the request: an inbox of the caller’s own.',
    messages: {
      reply: ref('messages', `${nameOf(contract)}.reply`),
      ...(contract.kind === 'stream' && {
        part: ref('messages', `${nameOf(contract)}.part`),
        waiting: ref('messages', 'stream.waiting'),
      }),
      ...Object.fromEntries(codes.map((code) => [code, ref('messages', code)])),
    },
  };
}

function eventChannel(source: ServiceName): object {
  const told = allEvents.filter((event) => sourceOf(event) === source);
  return {
    address: `phoenix.event.${source}.{userId}`,
    title: `Events of ${source}`,
    description:
      'Kept in the JetStream stream PHOENIX_EVENTS. Order is promised for one user of one source only (R4).',
    messages: Object.fromEntries(
      told.map((event) => [nameOfEvent(event), ref('messages', nameOfEvent(event))]),
    ),
    parameters: {
      userId: { description: 'The user whom the events are about; `_` where there is none.' },
    },
  };
}
