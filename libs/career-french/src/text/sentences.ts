import { evidenceAt, type Evidence } from '../evidence.js';
import type { Token } from './token.js';

/** A sentence or a line, as a passage and as tokens `from` to `to` (to excluded). */
export interface Sentence extends Evidence {
  from: number;
  to: number;
  /** What ended it. */
  mark: string;
}

const ENDS = new Set(['.', '!', '?', '\n', '•', '|']);

/** Splits tokens at full stops and line ends; colons and semicolons stay inside. */
export function sentencesOf(text: string, tokens: readonly Token[]): Sentence[] {
  const sentences: Sentence[] = [];
  let from = 0;
  tokens.forEach((token, place) => {
    if (token.kind !== 'stop' || !ENDS.has(token.word)) return;
    const inner = tokens.slice(from, place);
    const first = inner.find(({ kind }) => kind === 'word');
    const last = inner.at(-1);
    if (first && last) {
      const passage = evidenceAt(
        text,
        inner[0]?.start ?? first.start,
        Math.max(last.end, token.start),
      );
      sentences.push({ ...passage, from, to: place, mark: token.word });
    }
    from = place + 1;
  });
  return sentences;
}
