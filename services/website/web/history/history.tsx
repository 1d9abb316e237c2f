import type { Catalogue } from '../api/answers.js';
import { useLanguage, useWords } from '../language/language.js';
import { inWords } from '../language/problem-words.js';
import './history.css';
import { HistoryEntry } from './history-entry.js';
import { useHistory } from './use-history.js';
import { historyWords } from './words.js';

interface Props {
  readonly userId: string;
  readonly catalogue: Catalogue | undefined;
  /** The version of the account that the lines must have reached. */
  readonly version: number | undefined;
}

/** Every movement of the person's energy, newest first. */
export function HistorySection({ userId, catalogue, version }: Props) {
  const words = useWords(historyWords);
  const [language] = useLanguage();
  const { history, problem, showMore, tryAgain } = useHistory(version);
  const { lines, next } = history ?? { lines: [], next: null };
  return (
    <section className="card history" aria-labelledby="history">
      <h2 id="history">{words.title}</h2>
      {problem && (
        <div className="notice trouble" role="alert">
          <p>{inWords(problem, language)}</p>
          <button type="button" onClick={() => void tryAgain()}>
            {words.tryAgain}
          </button>
        </div>
      )}
      {!history && !problem && <p className="soft">{words.asking}</p>}
      {history && lines.length === 0 && <p className="soft">{words.none}</p>}
      <ul className="lines">
        {lines.map((line) => (
          <HistoryEntry key={line.event_id} line={line} userId={userId} catalogue={catalogue} />
        ))}
      </ul>
      {next !== null && (
        <button type="button" onClick={() => void showMore(next)}>
          {words.more}
        </button>
      )}
    </section>
  );
}
