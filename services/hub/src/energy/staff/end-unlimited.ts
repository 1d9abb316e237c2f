import { Controller } from '@nestjs/common';
import {
  endUnlimited,
  refuse,
  subscriptionEnded,
  type RefusalsOf,
  type ReplyOf,
  type RequestOf,
} from '#libs/contracts';
import { Handles, type Call } from '#libs/messaging';
import type { Decision, DecisionContext, Keyed } from '../decision.js';
import type { EnergyAccount } from '../energy-account.js';
import { EnergyLedger } from '../energy-ledger.js';
import { happened } from '../event-of-account.js';
import { accountNotFound } from '../refusals.js';
import { acceptFromStaff, submitFromStaff } from './staff-decision.js';

type Request = RequestOf<typeof endUnlimited>;
type Outcome = Decision<ReplyOf<typeof endUnlimited>, RefusalsOf<typeof endUnlimited>>;

/** Ends the unlimited period now, before its date. */
export function decideEndUnlimited(
  account: EnergyAccount,
  request: Request & Keyed,
  { now }: DecisionContext,
): Outcome {
  const { userId, balance, held } = account;
  if (account.version === 0) return accountNotFound(userId);
  if (!account.unlimited)
    return refuse('NOT_UNLIMITED', 'This account has no unlimited period.', { userId });
  const { reasonCode, idempotencyKey, fingerprint } = request;
  const data = { endedAt: now, reasonCode, idempotencyKey, fingerprint, balance, held };
  const audit = { command: 'end-unlimited' as const, request };
  return acceptFromStaff(account, happened(subscriptionEnded, data, now), audit, (after) => ({
    endedAt: now,
    version: after.version,
  }));
}

@Controller()
export class EndUnlimitedHandler {
  constructor(private readonly ledger: EnergyLedger) {}

  @Handles(endUnlimited)
  handle(request: Request, call: Call) {
    return submitFromStaff(this.ledger, request, call, decideEndUnlimited);
  }
}
