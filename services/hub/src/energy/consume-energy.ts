import { Controller } from '@nestjs/common';
import {
  catalogue,
  catalogueVersion,
  consumeEnergy,
  energyConsumed,
  refuse,
  type RefusalsOf,
  type ReplyOf,
  type RequestOf,
} from '#libs/contracts';
import { Handles, type Call } from '#libs/messaging';
import { accept, type Decision, type DecisionContext } from './decision.js';
import { availableOf, takeFrom, type EnergyAccount } from './energy-account.js';
import { EnergyLedger } from './energy-ledger.js';
import { accountNotFound, insufficientEnergy } from './refusals.js';

type Request = RequestOf<typeof consumeEnergy> & { fingerprint: string };
type Outcome = Decision<ReplyOf<typeof consumeEnergy>, RefusalsOf<typeof consumeEnergy>>;

/** Takes the catalogue's price from what is available, or refuses and moves nothing. */
export function decideConsumeEnergy(
  account: EnergyAccount,
  { action, idempotencyKey, expectedCost, fingerprint }: Request,
  { now, newId }: DecisionContext,
): Outcome {
  const { cost } = catalogue[action];
  if (account.version === 0) return accountNotFound(account.userId);
  if (expectedCost !== undefined && expectedCost !== cost) {
    return refuse('PRICE_CHANGED', 'The price is not the one you saw.', {
      expectedCost,
      cost,
      catalogueVersion,
    });
  }
  if (availableOf(account) < cost) return insufficientEnergy(account, cost);
  const entryId = newId();
  const data = {
    entryId,
    action,
    cost,
    listCost: cost,
    catalogueVersion,
    grants: takeFrom(account, cost),
    idempotencyKey,
    fingerprint,
    balance: account.balance - cost,
    held: account.held,
  };
  return accept(account, [{ contract: energyConsumed, data, occurredAt: now }], (after) => ({
    entryId,
    action,
    cost,
    balance: after.balance,
    available: availableOf(after),
    version: after.version,
  }));
}

@Controller()
export class ConsumeEnergyHandler {
  constructor(private readonly ledger: EnergyLedger) {}

  @Handles(consumeEnergy)
  handle(request: RequestOf<typeof consumeEnergy>, call: Call) {
    const fingerprint = call.fingerprint();
    return this.ledger.submit({
      userId: call.userId,
      cause: call.cause(),
      key: { idempotencyKey: request.idempotencyKey, fingerprint },
      expired: () => call.expired,
      decide: (account, context) =>
        decideConsumeEnergy(account, { ...request, fingerprint }, context),
    });
  }
}
