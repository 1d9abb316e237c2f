import { decisions as ours, type Decisions } from './decisions.js';
import { faultsOf, replayDiffers } from './invariants.js';
import type { Operation, Request } from './operations.js';
import { PureLedger } from './pure-ledger.js';
import type { PlainAccount } from './plain-account.js';
import type { Answer } from './plain-answers.js';
import { ReferenceModel } from './reference-model.js';

const begin = Date.parse('2026-01-01T00:00:00.000Z');

/**
 * Runs the operations on the hub's decisions and on the model side by side, and throws at the first step after which
 * they differ or a promise is broken. The answer counts what happened, by code.
 */
export function runBeside(operations: readonly Operation[], decisions: Decisions = ours) {
  const ledger = new PureLedger(decisions);
  const model = new ReferenceModel();
  const sent: Request[] = [];
  const counts = new Map<string, number>();
  let clock = begin;

  const ask = (key: number, request: Request) => {
    const expected = model.ask(key, request, clock);
    const answer = ledger.ask(key, request, clock);
    const name = `${request.kind} ${outcomeOf(answer)}`;
    counts.set(name, (counts.get(name) ?? 0) + 1);
    const faults = faultsOf(ledger, model.account);
    if (!sameAnswer(answer, expected) || faults.length > 0) {
      const both = { request, answer, expected, faults };
      throw new Error(`after ${JSON.stringify(both)}`);
    }
  };
  const send = (request: Request) => {
    sent.push(request);
    ask(sent.length, request);
  };

  // Nobody has an account before it is opened.
  send({ kind: 'correct', amount: 1 });
  send({ kind: 'open' });
  for (const operation of operations) {
    switch (operation.do) {
      case 'ask':
        send(atClock(operation.request, clock, model.account));
        break;
      case 'again':
        // Late retries, in another order than they were sent in.
        for (const pick of operation.picks) {
          const key = Math.max(1, sent.length - pick);
          ask(key, sent[key - 1]!);
        }
        break;
      case 'reuse-key':
        ask(
          Math.max(1, sent.length - operation.pick),
          atClock(operation.request, clock, model.account),
        );
        break;
      case 'clock':
        clock += operation.ms;
        break;
      case 'prices':
        ledger.prices = operation.version;
        model.account.prices = operation.version;
        break;
    }
  }
  if (replayDiffers(ledger)) throw new Error('the fold of all events is not what the rows say');
  return counts;
}

/** Spans become instants, and small numbers pick among the newest holds and consumptions. */
function atClock(request: Request, clock: number, { holds, spent }: PlainAccount): Request {
  const newest = (pick: number, length: number) => (pick < 0 ? -1 : length - 1 - pick);
  switch (request.kind) {
    case 'capture':
    case 'release': {
      const hold = newest(request.hold, holds.length);
      // Mostly the owner, as in life; now and then somebody else.
      const owner = holds[hold]?.by ?? request.by;
      return { ...request, hold, by: request.hold % 5 === 4 ? request.by : owner };
    }
    case 'refund':
      return { ...request, of: newest(request.of, spent.length) };
    case 'grant':
      return {
        ...request,
        expiresAt: request.expiresAt === null ? null : clock + request.expiresAt,
      };
    case 'start':
      return {
        ...request,
        startsAt: request.startsAt === null ? null : clock + request.startsAt,
        endsAt: clock + request.endsAt,
      };
    default:
      return request;
  }
}

function outcomeOf(answer: Answer): string {
  return typeof answer.code === 'string' ? answer.code : 'ok';
}

function sameAnswer(answer: Answer, expected: Answer): boolean {
  const names = Object.keys(answer);
  return (
    names.length === Object.keys(expected).length &&
    names.every((name) => answer[name] === expected[name])
  );
}
