/** The passage something was read from, word for word; offsets in UTF-16 units. */
export interface Evidence {
  start: number;
  end: number;
  text: string;
}

/** Something read, with where it was read. */
export interface Found<Value> {
  value: Value;
  evidence: Evidence;
}

export function evidenceAt(text: string, start: number, end: number): Evidence {
  const passage = text.slice(start, end);
  const lead = passage.length - passage.trimStart().length;
  const trimmed = passage.trim();
  return { start: start + lead, end: start + lead + trimmed.length, text: trimmed };
}

/** Every place where a name stands in a text. */
export function mentionsOf(text: string, name: string | undefined): Evidence[] {
  if (!name) return [];
  const mentions: Evidence[] = [];
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
    mentions.push(evidenceAt(text, at, at + name.length));
  }
  return mentions;
}

/** Whether a passage lies within one of others. */
export function isInside({ start, end }: Evidence, others: readonly Evidence[]): boolean {
  return others.some((other) => start >= other.start && end <= other.end);
}
