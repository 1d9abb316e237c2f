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
  const places = firstPlaces(pieces);
  return (
    <ol className="findings">
      {findings.map((finding, index) => (
        <FindingItem key={index} number={index} finding={finding} place={places.get(index)} />
      ))}
    </ol>
  );
}

interface ItemProps {
  readonly number: number;
  readonly finding: Finding;
  /** The piece of the text where it begins. */
  readonly place: number | undefined;
}

/** Each finding with the first of its pieces. */
function firstPlaces(pieces: readonly Piece[]): Map<number, number> {
  const places = new Map<number, number>();
  pieces.forEach(({ findings }, place) => {
    for (const finding of findings) if (!places.has(finding)) places.set(finding, place);
  });
  return places;
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
      {place !== undefined && (
        <button type="button" className="quiet small" onClick={() => focusOn(`place-${place}`)}>
          {words.inText} ({words.line} {line})
        </button>
      )}
    </li>
  );
}
