import type { Evidence } from '../evidence.js';
import { careerLinesOf } from './career-line.js';
import { experienceIn, taskItems, type Experience } from './experience.js';
import { profileHeading, type ProfilePart } from './heading.js';
import { diplomasIn } from '../text/diploma.js';
import { toldExperiences } from './told-experience.js';

interface Career {
  experiences: Experience[];
  /** Lines about leisure. */
  interests: Evidence[];
}

const ELSEWHERE = new Set<ProfilePart>(['interests', 'education', 'skills', 'languages']);

/** Follows a CV line by line: a job’s line, then what was done there; what is told in sentences comes after. */
export function readCareer(text: string): Career {
  const experiences: Experience[] = [];
  const interests: Evidence[] = [];
  let part: ProfilePart = 'open';
  let open: Experience | undefined;
  let last = 0;
  for (const { evidence, words, bullet } of careerLinesOf(text)) {
    const heading = bullet ? undefined : profileHeading(words);
    if (heading) {
      part = heading.part;
      open = undefined;
      if (heading.rest === '') continue;
    }
    if (part === 'interests') interests.push(evidence);
    if (ELSEWHERE.has(part)) continue;
    const task = bullet && open && !/\b(?:19|20)\d\d\b/.test(words);
    const begun = task ? undefined : experienceIn(evidence, words, part === 'experience');
    if (begun) {
      open = begun;
      experiences.push(begun);
    } else if (open) {
      const apart = /\n\s*\n/.test(text.slice(last, evidence.start)) && open.tasks.length > 0;
      if (!bullet && (apart || isStudy(words) || !isTaskLine(words))) open = undefined;
      else open.tasks.push(...taskItems(words, evidence));
    }
    last = evidence.end;
  }
  return { experiences: [...experiences, ...toldExperiences(text, experiences)], interests };
}

function isStudy(line: string): boolean {
  return (
    diplomasIn(line).length > 0 ||
    /^(?:anglais|allemand|espagnol|italien|portugais|arabe|permis)(?![\p{L}])/iu.test(line)
  );
}

/** Not a sentence about oneself: a list of what was done. */
function isTaskLine(line: string): boolean {
  return !/(?<![\p{L}])(?:j['’]|(?:je|ma|mon|mes)(?![\p{L}]))/iu.test(line);
}
