import type { RequestOf, writeLetter } from '#libs/contracts';
import { inventedIn } from '../claims/invented-in.js';
import { aimOf } from '../local-engine/index.js';
import type { CoverLetter } from './cover-letter.js';

/** What a letter claims that its writer did not give, as its model is told it; undefined for an honest one. */
export function faultIn(
  { subject, greeting, paragraphs, closing }: CoverLetter,
  request: RequestOf<typeof writeLetter>,
): string | undefined {
  const letter = [subject, greeting, ...paragraphs, closing].join('\n');
  const { experience, offer, position, company } = request;
  const aim = [offer, position, company, aimOf(request)].join('\n');
  const invented = inventedIn(letter, { experience, aim, thisYear: new Date().getFullYear() });
  if (invented.length === 0) return undefined;
  const shown = invented.slice(0, 20).map((words) => `«\u00a0${words.slice(0, 80)}\u00a0»`);
  return `Cette lettre affirme ce que les données ne disent pas, ou laisse un mot à compléter\u00a0: ${shown.join(', ')}.`;
}
