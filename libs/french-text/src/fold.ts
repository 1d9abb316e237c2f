const MARK = /\p{M}/u;
const SPACE = /\s/;

const LIGATURES: Record<string, string> = {
  œ: 'oe',
  æ: 'ae',
  '’': "'",
  ʼ: "'",
  '‐': '-',
  '‑': '-',
};

/** A text without case, accents or special spaces; `origins[i]` is where its i-th unit stood. */
export interface Folded {
  text: string;
  origins: Uint32Array;
}

/** Makes `Été à l’École` read `ete a l'ecole`, whether accents are composed or not, and keeps every place. */
export function fold(text: string): Folded {
  const units: string[] = [];
  const origins = new Uint32Array(text.length * 2 + 1);
  let length = 0;
  for (let at = 0; at < text.length; at += 1) {
    for (const unit of foldUnit(text[at] ?? '')) {
      units.push(unit);
      origins[length] = at;
      length += 1;
    }
  }
  origins[length] = text.length;
  return { text: units.join(''), origins: origins.subarray(0, length + 1) };
}

function foldUnit(unit: string): string {
  const code = unit.charCodeAt(0);
  if (code > 32 && code < 127) return unit.toLowerCase();
  if (SPACE.test(unit)) return ' ';
  if (MARK.test(unit)) return '';
  const lower = unit.toLowerCase();
  // Two units at most: a letter is never longer than its ligature.
  return LIGATURES[lower] ?? lower.normalize('NFD').charAt(0);
}
