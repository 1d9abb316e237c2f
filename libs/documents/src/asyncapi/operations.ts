import {
  house,
  serviceNames,
  sourceOf,
  type Contract,
  type EventContract,
  type ServiceName,
  type StreamedReply,
} from '#libs/contracts';
import { nameOf, nameOfEvent } from '../contract-names.js';
import { eventChannelName, replyChannelName, runChannelName } from './channels.js';
import { needsToken } from './messages.js';

const aboutEvents = {
  tells: { action: 'send', summary: 'From the outbox, in atomic batches.' },
  reads: { action: 'receive', summary: 'From the stream: each event once, in order.' },
  hears: {
    action: 'receive',
    summary: 'As it passes by, without the stream: a hint to ask its owner.',
  },
};

/** What each service answers, asks, tells, reads and hears, as the house says it. */
export function operations(): Record<string, object> {
  return Object.fromEntries(
    serviceNames.flatMap((service) => {
      const { handles, calls, emits, reads, hears } = house[service];
      return [
        ...handles.map((one) => [`${service}.answers.${nameOf(one)}`, answers(service, one)]),
        ...calls.map((one) => [`${service}.asks.${nameOf(one)}`, asks(service, one)]),
        ...handles.filter(isStream).map((one) => goesOn(service, 'answers', one)),
        ...calls.filter(isStream).map((one) => goesOn(service, 'asks', one)),
        ...events(service, 'tells', emits),
        ...events(service, 'reads', reads),
        ...events(service, 'hears', hears),
      ];
    }),
  ) as Record<string, object>;
}

function answers(service: ServiceName, contract: Contract): object {
  return {
    action: 'receive',
    ...exchange(service, contract),
    bindings: { nats: { queue: service } },
  };
}

function asks(service: ServiceName, contract: Contract): object {
  return { action: 'send', ...exchange(service, contract) };
}

function isStream(contract: Contract): contract is StreamedReply {
  return contract.kind === 'stream';
}

/** Asking for the parts of a stream that was begun, and cancelling it. */
function goesOn(service: ServiceName, verb: 'answers' | 'asks', contract: StreamedReply) {
  const name = runChannelName(contract);
  const operation = {
    ...exchange(service, contract),
    action: verb === 'asks' ? 'send' : 'receive',
    channel: channel(name),
    messages: ['next', 'cancel'].map((one) => message(name, one)),
  };
  return [`${service}.${verb}.${name}`, operation];
}

function exchange(service: ServiceName, contract: Contract): object {
  return {
    channel: channel(nameOf(contract)),
    messages: [message(nameOf(contract), 'request')],
    tags: [{ name: service }],
    ...(needsToken(contract) && {
      security: [{ $ref: '#/components/securitySchemes/accessToken' }],
    }),
    reply: { channel: channel(replyChannelName(contract)) },
  };
}

function events(
  service: ServiceName,
  verb: keyof typeof aboutEvents,
  all: readonly EventContract[],
): [string, object][] {
  return serviceNames.flatMap((source) => {
    const name = eventChannelName(source);
    const messages = all
      .filter((event) => sourceOf(event) === source)
      .map((event) => message(name, nameOfEvent(event)));
    if (messages.length === 0) return [];
    const operation = {
      ...aboutEvents[verb],
      channel: channel(name),
      messages,
      tags: [{ name: service }],
    };
    return [[`${service}.${verb}.${name}`, operation]];
  });
}

function channel(name: string): { $ref: string } {
  return { $ref: `#/channels/${name}` };
}

function message(channelName: string, name: string): { $ref: string } {
  return { $ref: `#/channels/${channelName}/messages/${name}` };
}
