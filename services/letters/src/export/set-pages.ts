import { printable, type PagedText } from '#libs/document-files';
import { countWords } from '#libs/french-text';
import type { LetterRead } from '../documents/read-letter.js';
import { setLetter } from './set-letter.js';
import { setReport } from './set-report.js';

const longestTitle = 120;

/** A document as its file shows it; `names` is what tells it from others in a folder. */
export function setPages({ kind, text, writtenAt }: LetterRead): PagedText & { names: string[] } {
  const shown = printable(text);
  const written = { writtenAt: new Date(writtenAt) };
  if (kind === 'letter') {
    const { blocks, sender, recipient, object } = setLetter(shown);
    const title = beginningOf(object) || 'Lettre';
    return {
      ...{ ...written, blocks, title, author: nameIn(sender) },
      names: ['Lettre', recipient, object],
    };
  }
  const blocks = setReport(shown);
  const title = kind === 'passage' ? 'Passage corrigé' : (blocks[0]?.lines[0] ?? '');
  const about = /^(?:Poste|Métier)(?: visé)?\u00a0: (.+)$/m.exec(shown)?.[1] ?? '';
  return {
    ...{ ...written, blocks, author: undefined },
    title: beginningOf(title),
    names: [title, about],
  };
}

/** Never half of a sign. */
function beginningOf(title: string): string {
  return [...title].slice(0, longestTitle).join('');
}

/** A line that is a name, as far as can be told. */
function nameIn(line: string): string | undefined {
  const words = countWords(line);
  return words >= 2 && words <= 5 && !/[\d@:]/.test(line) ? line : undefined;
}
