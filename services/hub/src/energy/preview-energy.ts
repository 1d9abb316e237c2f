import { Controller } from '@nestjs/common';
import {
  catalogue,
  previewEnergy,
  type ActionId,
  type ReplyOf,
  type RequestOf,
} from '#libs/contracts';
import { Handles, type Call } from '#libs/messaging';
import { affordabilityOf } from './check-energy.js';
import type { EnergyAccount } from './energy-account.js';
import { EnergyLedger } from './energy-ledger.js';
import { accountNotFound } from './refusals.js';

type Reply = ReplyOf<typeof previewEnergy>;

/** What an action would do to the account, and the sentence that a person confirms. */
export function previewOf(account: EnergyAccount, action: ActionId): Reply {
  const { allowed, cost, available, remaining, deficit, version } = affordabilityOf(
    account,
    action,
  );
  const sentence = remaining === undefined ? missing(action, deficit) : confirm(action, remaining);
  const after = remaining === undefined ? {} : { after: remaining };
  return { action, allowed, cost, before: available, ...after, sentence, version };
}

function confirm(action: ActionId, remaining: number): Reply['sentence'] {
  const { cost, label } = catalogue[action];
  return {
    fr: `${label.fr} : ${pointsFr(cost)}. Il vous en restera ${remaining}.`,
    en: `${label.en}: ${pointsEn(cost)}. You will have ${remaining} left.`,
  };
}

function missing(action: ActionId, deficit: number): Reply['sentence'] {
  const { cost, label } = catalogue[action];
  return {
    fr: `${label.fr} : ${pointsFr(cost)}. Il vous manque ${pointsFr(deficit)}.`,
    en: `${label.en}: ${pointsEn(cost)}. You are ${pointsEn(deficit)} short.`,
  };
}

function pointsFr(count: number): string {
  return `${count} point${count > 1 ? 's' : ''}`;
}

function pointsEn(count: number): string {
  return `${count} point${count === 1 ? '' : 's'}`;
}

@Controller()
export class PreviewEnergyHandler {
  constructor(private readonly ledger: EnergyLedger) {}

  @Handles(previewEnergy)
  async handle({ action }: RequestOf<typeof previewEnergy>, call: Call) {
    const account = await this.ledger.read(call.userId);
    return account ? previewOf(account, action) : accountNotFound(call.userId);
  }
}
