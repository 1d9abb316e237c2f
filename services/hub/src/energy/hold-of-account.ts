import type { ActionId, ServiceName } from '#libs/contracts';
import type { EventOfType } from './event-of-account.js';
import { portionsOf, type Grant, type Portion } from './grants-of-account.js';

/** Points reserved for work in progress, with the grants and the price that it pinned (R12). */
export interface OpenHold {
  readonly id: string;
  readonly action: ActionId;
  readonly owner: ServiceName;
  readonly amount: number;
  readonly listCost: number;
  readonly catalogueVersion: number;
  readonly grants: readonly Portion[];
  readonly placedAt: string;
  readonly expiresAt: string;
}

/** A hold that is no more, and what became of it. */
export interface SettledHold {
  readonly id: string;
  readonly owner: ServiceName;
  readonly state: 'captured' | 'released' | 'expired';
  readonly at: string;
}

/** The hold that an event tells of, placed on these grants. */
export function holdPlacedOn(
  grants: readonly Grant[],
  { data, occurredAt }: EventOfType<'EnergyHoldPlaced'>,
): OpenHold {
  const { holdId, action, owner, amount, listCost, catalogueVersion, expiresAt } = data;
  const pinned = portionsOf(grants, data.grants);
  const price = { amount, listCost, catalogueVersion };
  return { id: holdId, action, owner, ...price, grants: pinned, placedAt: occurredAt, expiresAt };
}
