import type { DataOf, energyEvents } from '#libs/contracts';

type EnergyEvent = (typeof energyEvents)[number];

type Told<E extends EnergyEvent> = E extends EnergyEvent
  ? {
      readonly type: E['type'];
      readonly contract: E;
      readonly data: DataOf<E>;
      readonly occurredAt: string;
    }
  : never;

/** What can happen to an account, told apart by `type`. */
export type AccountEvent = Told<EnergyEvent>;

/** One kind of what can happen. */
export type EventOfType<T extends AccountEvent['type']> = Extract<AccountEvent, { type: T }>;

/** An event of an account, at the time under its lock. */
export function happened<E extends EnergyEvent>(
  contract: E,
  data: DataOf<E>,
  occurredAt: string,
): Told<E> {
  return { type: contract.type, contract, data, occurredAt } as unknown as Told<E>;
}
