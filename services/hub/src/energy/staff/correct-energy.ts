import { Controller } from '@nestjs/common';
import {
  correctEnergy,
  energyCorrected,
  type RefusalsOf,
  type ReplyOf,
  type RequestOf,
} from '#libs/contracts';
import { Handles, type Call } from '#libs/messaging';
import type { Decision, DecisionContext, Keyed } from '../decision.js';
import { availableOf, type EnergyAccount } from '../energy-account.js';
import { EnergyLedger } from '../energy-ledger.js';
import { happened } from '../event-of-account.js';
import { takeFrom } from '../grants-of-account.js';
import { accountNotFound, insufficientEnergy } from '../refusals.js';
import { acceptFromStaff, submitFromStaff } from './staff-decision.js';

type Request = RequestOf<typeof correctEnergy>;
type Outcome = Decision<ReplyOf<typeof correctEnergy>, RefusalsOf<typeof correctEnergy>>;

/** Puts a mistake right: up by a new grant, down from what is available; what is held stays held. */
export function decideCorrectEnergy(
  account: EnergyAccount,
  request: Request & Keyed,
  { now, newId }: DecisionContext,
): Outcome {
  if (account.version === 0) return accountNotFound(account.userId);
  const { amount, reasonCode, idempotencyKey, fingerprint } = request;
  if (-amount > availableOf(account)) return insufficientEnergy(account, -amount);
  const entryId = newId();
  const grantId = amount > 0 ? newId() : null;
  const grants = grantId ? [{ grantId, amount }] : takeFrom(account.grants, -amount);
  const data = {
    ...{ entryId, amount, grantId, grants, reasonCode, idempotencyKey, fingerprint },
    ...{ balance: account.balance + amount, held: account.held },
  };
  const audit = { command: 'correct-energy' as const, request, entryId };
  return acceptFromStaff(account, happened(energyCorrected, data, now), audit, (after) => ({
    entryId,
    amount,
    balance: after.balance,
    available: availableOf(after),
    version: after.version,
  }));
}

@Controller()
export class CorrectEnergyHandler {
  constructor(private readonly ledger: EnergyLedger) {}

  @Handles(correctEnergy)
  handle(request: Request, call: Call) {
    return submitFromStaff(this.ledger, request, call, decideCorrectEnergy);
  }
}
