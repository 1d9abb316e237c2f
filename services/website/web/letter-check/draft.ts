import { forget, inThisTab, keep, recall } from '../browser/storage.js';
import type { Intention } from './intention.js';

interface Draft {
  readonly userId: string;
  readonly text: string;
}

/** The letter as this user was writing it, so that nothing is lost with a reload or a session. */
export function recallDraft(userId: string): string {
  const draft = recall<Draft>(inThisTab, 'draft');
  return draft?.userId === userId ? draft.text : '';
}

export function keepDraft(draft: Draft): void {
  keep(inThisTab, 'draft', draft);
}

/** A check that this user confirmed and whose outcome is not known yet. */
export function recallIntention(userId: string): Intention | undefined {
  const intention = recall<Intention>(inThisTab, 'intention');
  return intention?.userId === userId ? intention : undefined;
}

export function keepIntention(intention: Intention): void {
  keep(inThisTab, 'intention', intention);
}

export function forgetIntention(): void {
  forget(inThisTab, 'intention');
}

/** For whoever uses this browser next. */
export function forgetLetter(): void {
  forget(inThisTab, 'draft');
  forgetIntention();
}
