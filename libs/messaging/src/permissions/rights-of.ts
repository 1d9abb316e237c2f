import { sourceOf, type Contract, type ServiceCharter, type ServiceName } from '#libs/contracts';
import { brokerQuestion } from '../broker/ask-brokers.js';
import { bucketRights } from './bucket-rights.js';
import { ownPermissions } from './own-permissions.js';
import { readingRights, streamKeepingRights, tellingRights } from './stream-rights.js';
import type { Right, Rights } from './right.js';

/** Exactly what a service's charter needs of NATS, and nothing else (R28). */
export function rightsOf(service: ServiceName, charter: ServiceCharter): Rights {
  return {
    publish: eachOnce([
      ...callingRights(service, charter),
      ...tellingRights(service, charter),
      ...readingRights(charter),
      ...streamKeepingRights(charter),
      ...bucketRights(charter),
      ...inspectingRights(charter),
    ]),
    subscribe: [
      { subject: `_INBOX.${service}.>`, why: 'its own inbox, which nobody else reads' },
      ...handlingRights(service, charter),
      ...hearingRights(charter),
    ],
    mayAnswer: !charter.onDemand,
  };
}

function callingRights(service: ServiceName, { calls, discovers }: ServiceCharter): Right[] {
  const discovery = { subject: '$SRV.>', why: 'asks who is there (NATS services protocol)' };
  return [
    ...calls.flatMap((contract) =>
      subjectsOf(contract, service).map((subject) => ({
        subject,
        why: `calls ${contract.subject}`,
      })),
    ),
    ...(discovers ? [discovery] : []),
  ];
}

function handlingRights(service: ServiceName, { handles, onDemand }: ServiceCharter): Right[] {
  const discovered = ['PING', 'INFO', 'STATS'].flatMap((verb) =>
    [verb, `${verb}.${service}`, `${verb}.${service}.*`].map((name) => ({
      subject: `$SRV.${name}`,
      why: 'says who it is (NATS services protocol)',
    })),
  );
  const remembers = { subject: '$SRV.HOPS', why: 'says what it remembers of a request' };
  return [
    ...handles.flatMap((contract) =>
      subjectsOf(contract, '*').map((subject) => ({
        subject,
        queue: service,
        why: `handles ${contract.subject}`,
      })),
    ),
    ...(onDemand ? [] : [...discovered, remembers]),
  ];
}

/** Where this caller asks: for a stream also below the id of a work, or the key that it was begun with. */
function subjectsOf({ kind, subject }: Contract, caller: string): string[] {
  const begins = `${subject}.${caller}`;
  return kind === 'stream' ? [begins, `${subject}.*.${caller}`] : [begins];
}

function hearingRights({ hears }: ServiceCharter): Right[] {
  return [...new Set(hears.map(sourceOf))].map((source) => ({
    subject: `phoenix.event.${source}.*`,
    why: `hears ${hears
      .filter((event) => sourceOf(event) === source)
      .map(({ type }) => type)
      .join(', ')}`,
  }));
}

function inspectingRights({ inspects }: ServiceCharter): Right[] {
  const own = { subject: ownPermissions, why: 'asks what NATS lets it do' };
  const brokers = { subject: brokerQuestion, why: 'asks how each server of NATS is set' };
  return inspects ? [own, brokers] : [own];
}

/** A subject that follows from two lines of the charter stands there once. */
function eachOnce(rights: readonly Right[]): Right[] {
  return rights.filter(
    ({ subject }, index) => rights.findIndex((one) => one.subject === subject) === index,
  );
}
