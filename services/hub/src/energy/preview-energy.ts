import { Controller } from '@nestjs/common';
import { previewEnergy, type ActionId, type ReplyOf, type RequestOf } from '#libs/contracts';
import { Handles, type Call } from '#libs/messaging';
import { affordabilityOf } from './check-energy.js';
import { pointsEn, pointsFr } from './count-points.js';
import type { EnergyAccount } from './energy-account.js';
import { EnergyLedger } from './energy-ledger.js';
import { PriceList } from './price-list.js';
import { accountNotFound } from './refusals.js';

type Reply = ReplyOf<typeof previewEnergy>;

/** What an action would do to the account, and the sentence that a person confirms. */
export function previewOf(
  account: EnergyAccount,
  action: ActionId,
  context: { readonly now: string; readonly catalogue: PriceList },
): Reply {
  const { available, remaining, deficit, ...facts } = affordabilityOf(account, action, context);
  const { label } = context.catalogue.actions[action];
  const { fr, en } = consequence({ ...facts, remaining, deficit });
  const after = remaining === undefined ? {} : { after: remaining };
  const sentence = { fr: `${label.fr} : ${fr}`, en: `${label.en}: ${en}` };
  return { ...facts, before: available, ...after, sentence };
}

interface Consequence {
  readonly cost: number;
  readonly listCost: number;
  readonly frozen: boolean;
  readonly unlimited: boolean;
  readonly remaining: number | undefined;
  readonly deficit: number;
}

function consequence(facts: Consequence): Reply['sentence'] {
  const { cost, listCost, frozen, unlimited, remaining, deficit } = facts;
  if (frozen) {
    return {
      fr: `${pointsFr(listCost)}. Votre compte est suspendu : rien ne peut être dépensé.`,
      en: `${pointsEn(listCost)}. Your account is frozen: nothing can be spent.`,
    };
  }
  if (unlimited) {
    return {
      fr: `compris dans votre abonnement illimité (prix habituel : ${pointsFr(listCost)}).`,
      en: `part of your unlimited subscription (usual price: ${pointsEn(listCost)}).`,
    };
  }
  if (remaining === undefined) {
    return {
      fr: `${pointsFr(cost)}. Il vous manque ${pointsFr(deficit)}.`,
      en: `${pointsEn(cost)}. You are ${pointsEn(deficit)} short.`,
    };
  }
  return {
    fr: `${pointsFr(cost)}. Il vous en restera ${remaining}.`,
    en: `${pointsEn(cost)}. You will have ${remaining} left.`,
  };
}

@Controller()
export class PreviewEnergyHandler {
  constructor(
    private readonly ledger: EnergyLedger,
    private readonly catalogue: PriceList,
  ) {}

  @Handles(previewEnergy)
  async handle({ action }: RequestOf<typeof previewEnergy>, call: Call) {
    const found = await this.ledger.read(call.userId);
    if (!found) return accountNotFound(call.userId);
    const { account, now } = found;
    return previewOf(account, action, { now, catalogue: this.catalogue });
  }
}
