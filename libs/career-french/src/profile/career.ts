import { evidenceAt, type Evidence } from '../evidence.js';
import { experienceIn, taskItems, type Experience } from './experience.js';
import { profileHeading, type ProfilePart } from './heading.js';
import { diplomasIn } from '../text/diploma.js';
import { toldExperiences } from './told-experience.js';

interface Career {
  experiences: Experience[];
  /** Lines about leisure. */
  interests: Evidence[];
}

const BULLET = /^\s*[-–—•*·]\s/u;

/** Follows a CV line by line: a job’s line, then what was done there; what is told in sentences comes after. */
export function readCareer(text: string): Career {
  const experiences: Experience[] = [];
  const interests: Evidence[] = [];
  let part: ProfilePart = 'open';
  let open: Experience | undefined;
  let last = 0;
  for (const line of linesOf(text)) {
    const heading = profileHeading(line.text);
    if (heading) {
      part = heading.part;
      open = undefined;
      if (heading.rest === '') continue;
    }
    if (part === 'interests') interests.push(line);
    if (part === 'interests' || part === 'education' || part === 'skills' || part === 'languages')
      continue;
    const begun =
      !(BULLET.test(line.text) && open && !/\b(?:19|20)\d\d\b/.test(line.text)) &&
      experienceIn(line, part === 'experience');
    if (begun) {
      open = begun;
      experiences.push(begun);
    } else if (open) {
      const apart = /\n\s*\n/.test(text.slice(last, line.start)) && open.tasks.length > 0;
      if (!BULLET.test(line.text) && (apart || isStudy(line.text))) open = undefined;
      else if (BULLET.test(line.text) || isTaskLine(line.text))
        open.tasks.push(...taskItems(line.text, line));
      else open = undefined;
    }
    last = line.end;
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

function linesOf(text: string): Evidence[] {
  return [...text.matchAll(/[^\r\n]+/g)]
    .map(({ 0: raw, index }) => evidenceAt(text, index, index + raw.length))
    .filter((line) => line.text !== '');
}
