import { inThisTab, keep, recall } from '../browser/storage.js';
import type { Intention } from './intention.js';

/** The letter as this user was writing it, so that nothing is lost with a reload or a session. */
export function recallDraft(userId: string): string {
  const kept = recall(inThisTab, 'draft');
  if (kept === null) return '';
  const draft = JSON.parse(kept) as { userId: string; text: string };
  return draft.userId === userId ? draft.text : '';
}

export function keepDraft(userId: string, text: string): void {
  keep(inThisTab, 'draft', JSON.stringify({ userId, text }));
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
