import type { Line, Reading } from '#libs/french-text';
import { headingOf, inlineHeadingOf, type SectionKind } from './section-headings.js';

/** A heading with the lines below it, up to the next heading. */
export interface Section {
  kind: SectionKind;
  heading: Line;
  /** Whether the heading's own line says all: « Langues : anglais (C1) »; it is then one of the lines. */
  inline: boolean;
  lines: Line[];
}

/** The parts of a CV as found in its text. */
export interface CvParts {
  reading: Reading;
  /** Lines that are not empty, above the first section that is more than contact details. */
  top: Line[];
  sections: Section[];
}

const OWN_LABELS = new Set<SectionKind>(['experience', 'education', 'projects', 'volunteering']);

/** Recognises the sections of a CV by their usual headings. */
export function findParts(reading: Reading): CvParts {
  const sections: Section[] = [];
  const top: Line[] = [];
  let aboveSections = true;
  for (const line of reading.lines) {
    const open = sections.at(-1);
    const blank = line.folded.trim() === '';
    const section = blank ? undefined : openedBy(line, open);
    if (section) sections.push(section);
    else open?.lines.push(line);
    if (section && section.kind !== 'contact') aboveSections = false;
    if (aboveSections && !blank) top.push(line);
  }
  return { reading, top, sections };
}

function openedBy(line: Line, open: Section | undefined): Section | undefined {
  const kind = headingOf(line);
  if (kind) return { kind, heading: line, inline: false, lines: [] };
  const inline = inlineHeadingOf(line);
  // « Outils : … » inside an experience describes that experience.
  if (!inline || (inline === 'skills' && open && OWN_LABELS.has(open.kind))) return undefined;
  return { kind: inline, heading: line, inline: true, lines: [line] };
}
