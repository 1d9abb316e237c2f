import { Controller } from '@nestjs/common';
import {
  energyRefunded,
  refundDays,
  refundEnergy,
  refuse,
  Refusal,
  selfRefunds,
  type RefusalsOf,
  type ReplyOf,
  type RequestOf,
} from '#libs/contracts';
import { Handles, type Call } from '#libs/messaging';
import { accept, type Decision, type DecisionContext, type Keyed } from './decision.js';
import { availableOf, type Consumption, type EnergyAccount } from './energy-account.js';
import { EnergyLedger } from './energy-ledger.js';
import { happened } from './event-of-account.js';
import { giveBack } from './give-back.js';
import { keyedSubmission } from './keyed-submission.js';
import { later } from './later.js';
import { accountIsFrozen, accountNotFound, entryNotFound } from './refusals.js';

type Request = Omit<RequestOf<typeof refundEnergy>, 'onBehalfOf'> & Keyed & { bySelf: boolean };
type Code = RefusalsOf<typeof refundEnergy>;
type Outcome = Decision<ReplyOf<typeof refundEnergy>, Code>;

/** Gives back what one action took, once, within 7 days; by oneself three times in 30 days at most (R12). */
export function decideRefundEnergy(
  account: EnergyAccount,
  request: Request,
  context: DecisionContext,
): Outcome {
  const consumption = findRefundable(account, request, context);
  if (consumption instanceof Refusal) return consumption;
  const { bySelf, reason, idempotencyKey, fingerprint } = request;
  const reasonCode = bySelf ? undefined : request.reasonCode;
  const { entryId: refundOf, action, cost: amount, grants } = consumption;
  const entryId = context.newId();
  const data = {
    ...{ entryId, refundOf, action, amount, ...giveBack(grants, context.now, context) },
    ...{ bySelf, reasonCode, idempotencyKey, fingerprint },
    ...{ balance: account.balance + amount, held: account.held },
  };
  const refunded = accept(account, [happened(energyRefunded, data, context.now)], (after) => ({
    ...{ entryId, refundOf, action, amount, balance: after.balance },
    available: availableOf(after),
    version: after.version,
  }));
  if (reasonCode === undefined || reason === undefined) return refunded;
  return {
    ...refunded,
    staffAction: { command: 'refund-energy', reasonCode, reason, entryId },
  };
}

function findRefundable(
  { userId, version, frozen, consumptions, selfRefundsAt }: EnergyAccount,
  { entryId, bySelf }: Request,
  { now, catalogue }: DecisionContext,
): Consumption | Refusal<Code> {
  if (version === 0) return accountNotFound(userId);
  if (frozen && bySelf) return accountIsFrozen(userId);
  const consumption = consumptions.get(entryId);
  if (!consumption) return entryNotFound(entryId);
  const { action, cost, at, refunded } = consumption;
  if (refunded) return refuse('ALREADY_REFUNDED', 'This action was refunded.', { entryId });
  const notEligible = (reason: 'action-not-refundable' | 'too-late' | 'free', sentence: string) =>
    refuse('REFUND_NOT_ELIGIBLE', sentence, { entryId, reason });
  if (!catalogue.actions[action].refundable)
    return notEligible('action-not-refundable', 'This action is not refundable.');
  if (cost === 0) return notEligible('free', 'This action cost nothing.');
  if (now > later(at, refundDays))
    return notEligible('too-late', `This action is more than ${refundDays} days ago.`);
  const since = later(now, -selfRefunds.days);
  const refunds = selfRefundsAt.filter((one) => one > since).length;
  if (bySelf && refunds >= selfRefunds.most) {
    const sentence = `There were ${refunds} refunds in ${selfRefunds.days} days; staff look at the next one.`;
    return refuse('REFUND_REVIEW', sentence, { refunds, days: selfRefunds.days });
  }
  return consumption;
}

@Controller()
export class RefundEnergyHandler {
  constructor(private readonly ledger: EnergyLedger) {}

  @Handles(refundEnergy)
  handle(request: RequestOf<typeof refundEnergy>, call: Call) {
    const { onBehalfOf, ...asked } = request;
    const { entryId } = asked;
    const userId = call.subjectUser(onBehalfOf);
    const bySelf = userId === call.userId;
    const submission = keyedSubmission(call, userId, request);
    return this.ledger.submit({
      ...submission,
      needs: { entryId, selfRefunds: bySelf },
      decide: (account, context) =>
        decideRefundEnergy(account, { ...asked, bySelf, ...submission.key }, context),
    });
  }
}
