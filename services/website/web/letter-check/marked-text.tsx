import type { Finding } from '../api/answers.js';
import { focusOn } from '../browser/focus.js';
import { useWords } from '../language/language.js';
import type { Piece } from './split-by-findings.js';
import { checkWords } from './words.js';

interface Props {
  readonly pieces: readonly Piece[];
  readonly findings: readonly Finding[];
}

/** The text as it was sent, each marked place leading to its remark. A text, never HTML. */
export function MarkedText({ pieces, findings }: Props) {
  return (
    <div className="marked-text" lang="fr">
      {pieces.map((piece, index) =>
        piece.findings.length === 0 ? (
          piece.text
        ) : (
          <MarkedPiece key={index} id={`place-${index}`} piece={piece} findings={findings} />
        ),
      )}
    </div>
  );
}

function MarkedPiece({
  id,
  piece,
  findings,
}: {
  readonly id: string;
  readonly piece: Piece;
  readonly findings: readonly Finding[];
}) {
  const words = useWords(checkWords);
  const number = piece.findings.at(-1)!;
  const { severity } = findings[number]!;
  return (
    <mark className={severity}>
      <a
        id={id}
        href={`#remark-${number}`}
        data-number={number + 1}
        aria-label={`${piece.text} (${words.remark} ${number + 1}, ${words.severity[severity]})`}
        onClick={(event) => {
          event.preventDefault();
          focusOn(`remark-${number}`);
        }}
      >
        {piece.text}
      </a>
    </mark>
  );
}
