import { Controller } from '@nestjs/common';
import {
  energyGranted,
  grantEnergy,
  type RefusalsOf,
  type ReplyOf,
  type RequestOf,
} from '#libs/contracts';
import { Handles, type Call } from '#libs/messaging';
import type { Decision, DecisionContext, Keyed } from '../decision.js';
import { availableOf, type EnergyAccount } from '../energy-account.js';
import { EnergyLedger } from '../energy-ledger.js';
import { happened } from '../event-of-account.js';
import { accountNotFound, datePassed } from '../refusals.js';
import { acceptFromStaff, submitFromStaff } from './staff-decision.js';

type Request = RequestOf<typeof grantEnergy>;
type Outcome = Decision<ReplyOf<typeof grantEnergy>, RefusalsOf<typeof grantEnergy>>;

/** Gives points as a gesture, for ever or until a date that lies ahead. */
export function decideGrantEnergy(
  account: EnergyAccount,
  request: Request & Keyed,
  { now, newId }: DecisionContext,
): Outcome {
  if (account.version === 0) return accountNotFound(account.userId);
  const { amount, expiresAt = null, reasonCode, idempotencyKey, fingerprint } = request;
  if (expiresAt !== null && expiresAt <= now) return datePassed('expiresAt', expiresAt, now);
  const [entryId, grantId] = [newId(), newId()];
  const data = {
    ...{ entryId, grantId, source: 'gesture' as const, amount, expiresAt, reasonCode },
    ...{ idempotencyKey, fingerprint },
    ...{ balance: account.balance + amount, held: account.held },
  };
  const audit = { command: 'grant-energy' as const, request, entryId };
  return acceptFromStaff(account, happened(energyGranted, data, now), audit, (after) => ({
    entryId,
    grantId,
    balance: after.balance,
    available: availableOf(after),
    version: after.version,
  }));
}

@Controller()
export class GrantEnergyHandler {
  constructor(private readonly ledger: EnergyLedger) {}

  @Handles(grantEnergy)
  handle(request: Request, call: Call) {
    return submitFromStaff(this.ledger, request, call, decideGrantEnergy);
  }
}
