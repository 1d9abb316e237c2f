import type { PriceList } from '../energy/price-list.js';
import { AccountTurn } from './account-turn.js';
import { BatchRows } from './batch-rows.js';
import type { LoadedAccount } from './loaded-account.js';
import type { Outcome } from './outcome.js';
import type { Waiting } from './waiting.js';

export interface SettledBatch {
  readonly outcomes: readonly Outcome[];
  readonly rows: BatchRows;
}

/**
 * Decides a batch in memory, one after the other: a later decision sees the account and the key that an earlier one
 * left. One that throws harms itself only (R9).
 */
export function settleBatch(
  batch: readonly Waiting[],
  loaded: ReadonlyMap<string, LoadedAccount>,
  prices: PriceList,
): SettledBatch {
  const rows = new BatchRows();
  const turns = new Map<string, AccountTurn>();
  const outcomes = batch.map((waiting): Outcome => {
    const { userId } = waiting;
    try {
      const turn = turns.get(userId) ?? new AccountTurn(loaded.get(userId)!, prices, rows);
      turns.set(userId, turn);
      return turn.answer(waiting);
    } catch (error) {
      return { error };
    }
  });
  return { outcomes, rows };
}
