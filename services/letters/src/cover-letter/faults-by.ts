import type { RequestOf, writeLetter } from '#libs/contracts';
import { faultOf } from '../claims/fault-of.js';
import { readSources, type Sources } from '../claims/given.js';
import { inventedIn } from '../claims/invented-in.js';
import { aimOf } from '../local-engine/index.js';
import type { CoverLetter } from './cover-letter.js';

/** Finds what a letter claims that its writer did not give, as its model is told it; undefined for an honest one. */
export function faultsBy(
  request: RequestOf<typeof writeLetter>,
): (letter: CoverLetter) => string | undefined {
  let sources: Sources | undefined;
  return ({ subject, greeting, paragraphs, closing }) => {
    const letter = [subject, greeting, ...paragraphs, closing].join('\n');
    return faultOf(
      'Cette lettre affirme ce que les données ne disent pas, ou laisse un mot à compléter',
      inventedIn(letter, (sources ??= sourcesOf(request))),
    );
  };
}

function sourcesOf(request: RequestOf<typeof writeLetter>): Sources {
  const { experience, offer, position, company } = request;
  const aim = [offer, position, company, aimOf(request)].join('\n');
  return readSources(experience, aim, new Date().getFullYear());
}
