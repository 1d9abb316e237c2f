import type { HistoryLine } from '../api/answers.js';
import type { Language } from '../language/language.js';
import { points } from '../language/points.js';

type Moved = Pick<HistoryLine, 'kind' | 'amount' | 'held_change'>;

const reservations: readonly HistoryLine['kind'][] = ['hold', 'release', 'hold-expiry'];

/** Points that came or went, with the sign of printing; of a reservation, how many: none came or went. */
export function amountOf({ kind, amount, held_change: heldChange }: Moved, language: Language) {
  if (reservations.includes(kind)) return points(Math.abs(heldChange), language);
  const sign = amount === 0 ? '' : amount > 0 ? '+' : '−';
  return `${sign}${points(Math.abs(amount), language)}`;
}
