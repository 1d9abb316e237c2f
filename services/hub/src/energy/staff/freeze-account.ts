import { Controller } from '@nestjs/common';
import {
  accountFrozen,
  freezeAccount,
  type RefusalsOf,
  type ReplyOf,
  type RequestOf,
} from '#libs/contracts';
import { Handles, type Call } from '#libs/messaging';
import type { Decision, DecisionContext, Keyed } from '../decision.js';
import type { EnergyAccount } from '../energy-account.js';
import { EnergyLedger } from '../energy-ledger.js';
import { happened } from '../event-of-account.js';
import { accountIsFrozen, accountNotFound } from '../refusals.js';
import { acceptFromStaff, submitFromStaff } from './staff-decision.js';

type Request = RequestOf<typeof freezeAccount>;
type Outcome = Decision<ReplyOf<typeof freezeAccount>, RefusalsOf<typeof freezeAccount>>;

/** Stops an account from spending. */
export function decideFreezeAccount(
  account: EnergyAccount,
  request: Request & Keyed,
  { now }: DecisionContext,
): Outcome {
  const { userId, balance, held } = account;
  if (account.version === 0) return accountNotFound(userId);
  if (account.frozen) return accountIsFrozen(userId);
  const { reasonCode, idempotencyKey, fingerprint } = request;
  const data = { reasonCode, idempotencyKey, fingerprint, balance, held };
  const audit = { command: 'freeze-account' as const, request };
  return acceptFromStaff(account, happened(accountFrozen, data, now), audit, ({ version }) => ({
    frozen: true as const,
    version,
  }));
}

@Controller()
export class FreezeAccountHandler {
  constructor(private readonly ledger: EnergyLedger) {}

  @Handles(freezeAccount)
  handle(request: Request, call: Call) {
    return submitFromStaff(this.ledger, request, call, decideFreezeAccount);
  }
}
