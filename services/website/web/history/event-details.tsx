import type { HistoryLine, StoredEvent } from '../api/answers.js';
import type { Answer } from '../api/ask.js';
import { useLanguage, useWords } from '../language/language.js';
import { points } from '../language/points.js';
import { inWords } from '../language/problem-words.js';
import { instantInWords } from '../language/instant.js';
import { historyWords } from './words.js';

interface Props {
  readonly line: HistoryLine;
  readonly event: Answer<StoredEvent | undefined> | undefined;
}

/** An event as the event store has it: who told it, when, as part of what, with its data. */
export function EventDetails({ line, event }: Props) {
  const words = useWords(historyWords);
  const [language] = useLanguage();
  if (!event) return <p className="soft">{words.opening}</p>;
  if (!event.ok) return <p className="notice trouble">{inWords(event.problem, language)}</p>;
  if (!event.value) return <p className="soft">{words.notYet}</p>;
  const { value } = event;
  return (
    <dl className="facts event">
      <dt>{words.balance}</dt>
      <dd>{points(line.balance, language)}</dd>
      <dt>{words.type}</dt>
      <dd className="code">{value.type}</dd>
      <dt>{words.when}</dt>
      <dd>
        <time dateTime={value.occurred_at}>{instantInWords(value.occurred_at, language)}</time>
      </dd>
      <dt>{words.source}</dt>
      <dd className="code">{value.source}</dd>
      <dt>{words.version}</dt>
      <dd>{value.subject_version}</dd>
      <dt>{words.event}</dt>
      <dd className="code">{value.event_id}</dd>
      <dt>{words.correlation}</dt>
      <dd className="code">{value.correlation_id}</dd>
      <dt>{words.data}</dt>
      <dd>
        <pre tabIndex={0} aria-label={words.data}>
          {JSON.stringify(value.data, null, 2)}
        </pre>
      </dd>
    </dl>
  );
}
