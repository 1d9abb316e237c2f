import {
  allContracts,
  allEvents,
  errors,
  exampleOf,
  isKeyed,
  jsonSchemaOf,
  type Contract,
  type ErrorCode,
  type EventContract,
  type StreamedReply,
} from '#libs/contracts';
import { nameOf, nameOfEvent } from '../contract-names.js';
import type { Sentences } from '../contract-sentences.js';
import type { GoldenSamples } from '../golden-samples.js';
import { errorBody } from '../schemas/error-body.js';
import { eventHeaders } from './headers.js';
import { endHeaders, partHeaders, streamMessages } from './streams.js';
import { ref } from './ref.js';

/** Every message of the house by its name: requests, replies, errors and events. */
export function messages(sentences: Sentences, goldenOf: GoldenSamples): Record<string, object> {
  const codes = Object.keys(errors) as ErrorCode[];
  return Object.fromEntries([
    ...allContracts.flatMap((contract) => [
      [`${nameOf(contract)}.request`, requestMessage(contract, sentences)],
      [`${nameOf(contract)}.reply`, replyMessage(contract)],
      ...(contract.kind === 'stream' ? [[`${nameOf(contract)}.part`, partMessage(contract)]] : []),
    ]),
    ...(allContracts.some(({ kind }) => kind === 'stream') ? Object.entries(streamMessages) : []),
    ...codes.map((code) => [code, errorMessage(code)]),
    ...allEvents.map((event) => [nameOfEvent(event), eventMessage(event, sentences, goldenOf)]),
  ]) as Record<string, object>;
}

/** True when a token must come along. */
export function needsToken({ by }: Contract): boolean {
  return by.includes('user') || by.includes('staff');
}

function requestMessage(contract: Contract, sentences: Sentences): object {
  const payload = jsonSchemaOf(contract.request, 'input');
  return {
    title: `${nameOf(contract)} request`,
    summary: sentences.get(contract),
    headers: ref('schemas', needsToken(contract) ? 'userRequestHeaders' : 'requestHeaders'),
    correlationId: ref('correlationIds', 'request'),
    payload,
    examples: [{ payload: exampleOf(payload) }],
  };
}

function replyMessage(contract: Contract): object {
  return {
    title: `${nameOf(contract)} reply`,
    ...headersOfReply(contract),
    payload: jsonSchemaOf(contract.reply, 'output'),
  };
}

function headersOfReply(contract: Contract): object {
  if (contract.kind === 'stream') return { headers: endHeaders };
  return isKeyed(contract) ? { headers: ref('schemas', 'replyHeaders') } : {};
}

function partMessage(contract: StreamedReply): object {
  return {
    title: `${nameOf(contract)} part`,
    headers: partHeaders,
    payload: jsonSchemaOf(contract.part, 'output'),
  };
}

function errorMessage(code: ErrorCode): object {
  const payload = errorBody(code);
  return {
    title: code,
    summary: payload.description,
    headers: ref('schemas', 'errorHeaders'),
    payload,
  };
}

function eventMessage(event: EventContract, sentences: Sentences, goldenOf: GoldenSamples): object {
  return {
    title: `${event.type}, version ${event.version}`,
    summary: sentences.get(event),
    headers: eventHeaders(event),
    correlationId: ref('correlationIds', 'event'),
    payload: jsonSchemaOf(event.data, 'output'),
    examples: [{ payload: goldenOf(event) }],
  };
}
