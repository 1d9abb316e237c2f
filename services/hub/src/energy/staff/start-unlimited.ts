import { Controller } from '@nestjs/common';
import {
  refuse,
  startUnlimited,
  subscriptionRenewed,
  subscriptionStarted,
  type RefusalsOf,
  type ReplyOf,
  type RequestOf,
} from '#libs/contracts';
import { Handles, type Call } from '#libs/messaging';
import type { Decision, DecisionContext, Keyed } from '../decision.js';
import type { EnergyAccount, Period } from '../energy-account.js';
import { EnergyLedger } from '../energy-ledger.js';
import { happened } from '../event-of-account.js';
import { accountNotFound, datePassed } from '../refusals.js';
import { acceptFromStaff, submitFromStaff } from './staff-decision.js';

type Request = RequestOf<typeof startUnlimited>;
type Outcome = Decision<ReplyOf<typeof startUnlimited>, RefusalsOf<typeof startUnlimited>>;

/** Starts the one unlimited period of an account, or lengthens it by one that touches it. */
export function decideStartUnlimited(
  account: EnergyAccount,
  request: Request & Keyed,
  { now }: DecisionContext,
): Outcome {
  if (account.version === 0) return accountNotFound(account.userId);
  const { startsAt = now, endsAt, reasonCode, idempotencyKey, fingerprint } = request;
  const before = startsAt > now ? startsAt : now;
  if (endsAt <= before) return datePassed('endsAt', endsAt, before);
  const { unlimited: current, balance, held } = account;
  const period = current ? joined(current, { startsAt, endsAt }) : { startsAt, endsAt };
  if (current && (!period || same(period, current))) {
    const sentence = `An unlimited period from ${current.startsAt} to ${current.endsAt} is there, and this one does not lengthen it.`;
    return refuse('ALREADY_UNLIMITED', sentence, current);
  }
  const data = { ...period!, reasonCode, idempotencyKey, fingerprint, balance, held };
  const event = happened(current ? subscriptionRenewed : subscriptionStarted, data, now);
  const audit = { command: 'start-unlimited' as const, request };
  const renewed = current !== null;
  return acceptFromStaff(account, event, audit, ({ version }) => ({
    ...period!,
    renewed,
    version,
  }));
}

/** Both periods in one; null when there is time between them. */
function joined(a: Period, b: Period): Period | null {
  if (b.startsAt > a.endsAt || a.startsAt > b.endsAt) return null;
  return {
    startsAt: a.startsAt < b.startsAt ? a.startsAt : b.startsAt,
    endsAt: a.endsAt > b.endsAt ? a.endsAt : b.endsAt,
  };
}

function same(a: Period, b: Period): boolean {
  return a.startsAt === b.startsAt && a.endsAt === b.endsAt;
}

@Controller()
export class StartUnlimitedHandler {
  constructor(private readonly ledger: EnergyLedger) {}

  @Handles(startUnlimited)
  handle(request: Request, call: Call) {
    return submitFromStaff(this.ledger, request, call, decideStartUnlimited);
  }
}
