import { excerptEnd, type Mark } from '#libs/french-text';
import type { CvParts, Section } from './cv-parts.js';
import type { SectionKind } from './section-headings.js';

type SectionCode =
  | 'missing-experience'
  | 'missing-education'
  | 'missing-skills'
  | 'missing-languages'
  | 'empty-section'
  | 'section-order';

/** What a recruiter looks for first comes first; equal ranks may stand in any order. */
const RANK: Partial<Record<SectionKind, number>> = {
  profile: 0,
  experience: 1,
  education: 1,
  skills: 1,
  interests: 3,
  references: 4,
};

const EXPECTED: [SectionCode, SectionKind[]][] = [
  // A first CV shows projects or volunteering where others show jobs.
  ['missing-experience', ['experience', 'projects', 'volunteering']],
  ['missing-education', ['education']],
  ['missing-skills', ['skills']],
  ['missing-languages', ['languages']],
];

/** The sections a reader expects, each with something below it, in the usual order. */
export function checkSections({ reading, sections }: CvParts): Mark<SectionCode>[] {
  const end = reading.text.length;
  const missing = EXPECTED.flatMap(([code, kinds]) =>
    sections.some(({ kind }) => kinds.includes(kind)) ? [] : [{ code, start: end, end }],
  );
  return [
    ...missing,
    ...emptySections(reading.text, sections),
    ...lateSections(reading.text, sections),
  ];
}

function emptySections(text: string, sections: Section[]): Mark<SectionCode>[] {
  return sections
    .filter((section, index) => {
      const next = sections[index + 1];
      const filled = section.lines.some(({ folded }) => folded.trim() !== '');
      return !filled && !next?.inline && next?.kind !== section.kind;
    })
    .map((section) => headingMark(text, 'empty-section', section));
}

function lateSections(text: string, sections: Section[]): Mark<SectionCode>[] {
  let highest = 0;
  const late: Section[] = [];
  for (const section of sections) {
    const rank = RANK[section.kind];
    if (rank === undefined || section.inline) continue;
    if (rank < highest) late.push(section);
    highest = Math.max(highest, rank);
  }
  return late.map((section) => headingMark(text, 'section-order', section));
}

function headingMark(text: string, code: SectionCode, { heading }: Section): Mark<SectionCode> {
  return { code, start: heading.start, end: excerptEnd(text, heading.start, heading.end) };
}
