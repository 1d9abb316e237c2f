import { Controller } from '@nestjs/common';
import {
  consumeEnergy,
  energyConsumed,
  Refusal,
  type RefusalsOf,
  type ReplyOf,
  type RequestOf,
} from '#libs/contracts';
import { Handles, type Call } from '#libs/messaging';
import { accept, type Decision, type DecisionContext, type Keyed } from './decision.js';
import { availableOf, type EnergyAccount } from './energy-account.js';
import { EnergyLedger } from './energy-ledger.js';
import { happened } from './event-of-account.js';
import { takeFrom } from './grants-of-account.js';
import { keyedSubmission } from './keyed-submission.js';
import { demandPrice } from './price-of-action.js';

type Request = RequestOf<typeof consumeEnergy> & Keyed;
type Outcome = Decision<ReplyOf<typeof consumeEnergy>, RefusalsOf<typeof consumeEnergy>>;

/** Takes the catalogue's price from what is available, nothing in an unlimited period; or refuses and moves nothing. */
export function decideConsumeEnergy(
  account: EnergyAccount,
  request: Request,
  context: DecisionContext,
): Outcome {
  const price = demandPrice(account, request, context);
  if (price instanceof Refusal) return price;
  const { action, idempotencyKey, fingerprint } = request;
  const { cost, listCost } = price;
  const entryId = context.newId();
  const data = {
    entryId,
    action,
    cost,
    listCost,
    catalogueVersion: context.catalogue.version,
    grants: takeFrom(account.grants, cost),
    idempotencyKey,
    fingerprint,
    balance: account.balance - cost,
    held: account.held,
  };
  return accept(account, [happened(energyConsumed, data, context.now)], (after) => ({
    entryId,
    action,
    cost,
    listCost,
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
    const submission = keyedSubmission(call, call.userId, request);
    return this.ledger.submit({
      ...submission,
      decide: (account, context) =>
        decideConsumeEnergy(account, { ...request, ...submission.key }, context),
    });
  }
}
