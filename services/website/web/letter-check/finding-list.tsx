import type { Finding } from '../api/answers.js';
import { focusOn } from '../browser/focus.js';
import { useLanguage, useWords } from '../language/language.js';
import type { Piece } from './split-by-findings.js';
import { checkWords } from './words.js';

interface Props {
  readonly pieces: readonly Piece[];
  readonly findings: readonly Finding[];
}

/** Every remark in words, each leading to its place in the text; what is missing has no place. */
export function FindingList({ pieces, findings }: Props) {
  return (
    <ol className="findings">
      {findings.map((finding, index) => (
        <FindingItem
          key={index}
          number={index}
          finding={finding}
          place={pieces.findIndex((piece) => piece.findings.includes(index))}
        />
      ))}
    </ol>
  );
}

interface ItemProps {
  readonly number: number;
  readonly finding: Finding;
  readonly place: number;
}

function FindingItem({ number, finding, place }: ItemProps) {
  const words = useWords(checkWords);
  const [language] = useLanguage();
  const { severity, message, suggestion, line } = finding;
  return (
    <li id={`remark-${number}`} className={severity} tabIndex={-1}>
      <p>
        <span className={`tag ${severity}`}>
          {number + 1} · {words.severity[severity]}
        </span>{' '}
        {message[language]}
      </p>
      {suggestion !== undefined && (
        <p className="small">
          {words.suggestion}{' '}
          <span className="suggestion" lang="fr">
            {suggestion}
          </span>
        </p>
      )}
      {place >= 0 && (
        <button type="button" className="quiet small" onClick={() => focusOn(`place-${place}`)}>
          {words.inText} ({words.line} {line})
        </button>
      )}
    </li>
  );
}
