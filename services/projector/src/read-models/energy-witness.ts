import type { Fact } from '../engine/fact.js';
import type { Expected, Witness } from '../verify/witness.js';

type Amounts = Readonly<Record<'amount' | 'cost', number>> & {
  readonly returned?: readonly { readonly amount: number }[];
  readonly regrant?: { readonly amount: number } | null;
};

const came = ({ returned = [], regrant }: Amounts) =>
  returned.reduce((sum, { amount }) => sum + amount, 0) + (regrant?.amount ?? 0);

/** Signed points of the balance and of what is held; null where an event moves nothing. */
const moves: Readonly<Record<string, (data: Amounts) => readonly [number, number]>> = {
  EnergyGranted: ({ amount }) => [amount, 0],
  EnergyConsumed: ({ cost }) => [-cost, 0],
  EnergyHoldPlaced: ({ amount }) => [0, amount],
  EnergyHoldCaptured: (data) => [-data.cost, -data.cost - came(data)],
  EnergyHoldReleased: (data) => [0, -came(data)],
  EnergyHoldExpired: (data) => [0, -came(data)],
  EnergyRefunded: ({ amount }) => [amount, 0],
  EnergyExpired: ({ amount }) => [-amount, 0],
  EnergyCorrected: ({ amount }) => [amount, 0],
};

interface Account {
  balance: number;
  held: number;
  fact: Fact;
}

/** Adds every account up from the amounts alone; the resulting figures that the events tell are not looked at. */
export function energyWitness(): Witness {
  const accounts = new Map<string, Account>();
  return {
    take(fact) {
      const { source, userId, type, id, subjectVersion: version } = fact.envelope;
      if (source !== 'hub' || userId === null) return [];
      const account = accounts.get(userId) ?? { balance: 0, held: 0, fact };
      accounts.set(userId, account);
      account.fact = fact;
      const move = moves[type];
      if (!move) return [];
      const [amount, heldChange] = move(JSON.parse(Buffer.from(fact.bytes).toString()) as Amounts);
      account.balance += amount;
      account.held += heldChange;
      const { balance, held } = account;
      const keys = { user_id: userId, sequence: fact.sequence, event_id: id, version };
      // No negative zero.
      const row = { ...keys, amount: amount + 0, held_change: heldChange + 0, balance, held };
      return [{ table: 'energy_history', row, fact }];
    },
    *last(): Iterable<Expected> {
      for (const [userId, { balance, held, fact }] of accounts) {
        const { subjectVersion: version } = fact.envelope;
        const row = { user_id: userId, balance, held, version };
        yield { table: 'energy_balances', row, fact };
      }
    },
  };
}
