import { Controller } from '@nestjs/common';
import {
  energyHoldPlaced,
  PhoenixError,
  placeHold,
  Refusal,
  type RefusalsOf,
  type ReplyOf,
  type RequestOf,
  type ServiceName,
} from '#libs/contracts';
import { Handles, type Call } from '#libs/messaging';
import { accept, type Decision, type DecisionContext, type Keyed } from './decision.js';
import { availableOf, type EnergyAccount } from './energy-account.js';
import { EnergyLedger } from './energy-ledger.js';
import { happened } from './event-of-account.js';
import { takeFrom } from './grants-of-account.js';
import { keyedSubmission } from './keyed-submission.js';
import { laterByMs } from './later.js';
import { demandPrice } from './price-of-action.js';
import { PriceList } from './price-list.js';

type Request = RequestOf<typeof placeHold> & Keyed & { readonly owner: ServiceName };
type Outcome = Decision<ReplyOf<typeof placeHold>, RefusalsOf<typeof placeHold>>;

/** Reserves an action's price until a deadline, pinning price and grants (R12); or refuses and moves nothing. */
export function decidePlaceHold(
  account: EnergyAccount,
  request: Request,
  context: DecisionContext,
): Outcome {
  const price = demandPrice(account, request, context);
  if (price instanceof Refusal) return price;
  const { action, owner, lifetimeMs, idempotencyKey, fingerprint } = request;
  const { cost: amount, listCost } = price;
  const holdId = context.newId();
  const expiresAt = laterByMs(context.now, lifetimeMs);
  const data = {
    ...{ holdId, action, owner, amount, listCost, catalogueVersion: context.catalogue.version },
    ...{ grants: takeFrom(account.grants, amount), expiresAt, idempotencyKey, fingerprint },
    ...{ balance: account.balance, held: account.held + amount },
  };
  return accept(account, [happened(energyHoldPlaced, data, context.now)], (after) => ({
    holdId,
    amount,
    listCost,
    expiresAt,
    balance: after.balance,
    held: after.held,
    available: availableOf(after),
    version: after.version,
  }));
}

@Controller()
export class PlaceHoldHandler {
  constructor(
    private readonly ledger: EnergyLedger,
    private readonly prices: PriceList,
  ) {}

  @Handles(placeHold)
  handle(request: RequestOf<typeof placeHold>, call: Call) {
    const owner = call.callerName as ServiceName;
    const { services } = this.prices.actions[request.action];
    if (!services.includes(owner)) throw notItsAction(services);
    const submission = keyedSubmission(call, call.userId, request);
    return this.ledger.submit({
      ...submission,
      decide: (account, context) =>
        decidePlaceHold(account, { ...request, ...submission.key, owner }, context),
    });
  }
}

function notItsAction(services: readonly ServiceName[]): PhoenixError<'FORBIDDEN'> {
  const sentence = 'A service places holds for its own actions only.';
  const allowed = services.map((service) => `user-through:${service}`);
  return new PhoenixError('FORBIDDEN', sentence, { allowed });
}
