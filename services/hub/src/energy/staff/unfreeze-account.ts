import { Controller } from '@nestjs/common';
import {
  accountUnfrozen,
  refuse,
  unfreezeAccount,
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

type Request = RequestOf<typeof unfreezeAccount>;
type Outcome = Decision<ReplyOf<typeof unfreezeAccount>, RefusalsOf<typeof unfreezeAccount>>;

/** Lets a frozen account spend again. */
export function decideUnfreezeAccount(
  account: EnergyAccount,
  request: Request & Keyed,
  { now }: DecisionContext,
): Outcome {
  const { userId, balance, held } = account;
  if (account.version === 0) return accountNotFound(userId);
  if (!account.frozen)
    return refuse('ACCOUNT_NOT_FROZEN', 'This account is not frozen.', { userId });
  const { reasonCode, idempotencyKey, fingerprint } = request;
  const data = { reasonCode, idempotencyKey, fingerprint, balance, held };
  const audit = { command: 'unfreeze-account' as const, request };
  return acceptFromStaff(account, happened(accountUnfrozen, data, now), audit, ({ version }) => ({
    frozen: false as const,
    version,
  }));
}

@Controller()
export class UnfreezeAccountHandler {
  constructor(private readonly ledger: EnergyLedger) {}

  @Handles(unfreezeAccount)
  handle(request: Request, call: Call) {
    return submitFromStaff(this.ledger, request, call, decideUnfreezeAccount);
  }
}
