import { inThisTab, keep, recall } from '../browser/storage.js';
import type { Intention } from './intention.js';

/** The letter as it is being written, so that nothing is lost with a reload. */
export function recallDraft(): string {
  return recall(inThisTab, 'draft') ?? '';
}

export function keepDraft(text: string): void {
  keep(inThisTab, 'draft', text);
}

/** A check that was confirmed and whose outcome is not known yet. */
export function recallIntention(): Intention | undefined {
  const kept = recall(inThisTab, 'intention');
  return kept === null ? undefined : (JSON.parse(kept) as Intention);
}

export function keepIntention(intention: Intention | null): void {
  keep(inThisTab, 'intention', intention && JSON.stringify(intention));
}

/** For whoever uses this browser next. */
export function forgetLetter(): void {
  keep(inThisTab, 'draft', null);
  keepIntention(null);
}
