import {
  allContracts,
  allEvents,
  errors,
  jsonSchemaOf,
  type Contract,
  type ErrorCode,
  type EventContract,
  type JsonSchema,
} from '#libs/contracts';
import { nameOf, nameOfEvent } from '../contract-names.js';

/** What others rely on of one command, query, event or error. */
export interface Publication {
  /** `command.energy.consume`, `event.EnergyConsumed.v1`, `error.FORBIDDEN`. */
  readonly contract: string;
  /** Who may call it; of an event, who tells it. */
  readonly by?: readonly string[];
  readonly maxBytes?: number;
  readonly refusals?: readonly string[];
  readonly status?: number;
  /** Written by others, read by us. */
  readonly request?: JsonSchema;
  /** Written by us, read by others. */
  readonly reply?: JsonSchema;
  /** Of a stream: written by us as well, before its reply. */
  readonly part?: JsonSchema;
  /** An event's: what is in the stream is read for ever, and a service one version older reads what we write. */
  readonly data?: JsonSchema;
}

/** Everything that others rely on, as the contracts say it now. */
export function publications(): Publication[] {
  const codes = Object.keys(errors) as ErrorCode[];
  return [
    ...allContracts.map(publicationOf),
    ...allEvents.map(publicationOfEvent),
    ...codes.map((code) => ({
      contract: `error.${code}`,
      status: errors[code].status,
      reply: jsonSchemaOf(errors[code].details, 'output'),
    })),
  ];
}

export function publicationOf(contract: Contract): Publication {
  const { by, maxBytes, refusals, request, reply } = contract;
  return {
    contract: nameOf(contract),
    by,
    maxBytes,
    refusals,
    request: jsonSchemaOf(request, 'input'),
    reply: jsonSchemaOf(reply, 'output'),
    ...(contract.kind === 'stream' && { part: jsonSchemaOf(contract.part, 'output') }),
  };
}

export function publicationOfEvent(event: EventContract): Publication {
  return { contract: nameOfEvent(event), by: event.by, data: jsonSchemaOf(event.data, 'output') };
}
