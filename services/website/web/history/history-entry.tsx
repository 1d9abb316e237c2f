import { useState } from 'react';
import type { Catalogue, HistoryLine, StoredEvent } from '../api/answers.js';
import type { Answer } from '../api/ask.js';
import { useLanguage, useWords, type Language } from '../language/language.js';
import { amountOf } from './amount-of.js';
import { EventDetails } from './event-details.js';
import { findEvent } from './find-event.js';
import { instantInWords } from '../language/instant.js';
import { historyWords } from './words.js';

interface Props {
  readonly line: HistoryLine;
  readonly userId: string;
  readonly catalogue: Catalogue | undefined;
}

/** One movement; opened, it shows the event that tells of it. */
export function HistoryEntry({ line, userId, catalogue }: Props) {
  const words = useWords(historyWords);
  const [language] = useLanguage();
  const [open, setOpen] = useState(false);
  const [event, setEvent] = useState<Answer<StoredEvent | undefined>>();
  const details = `event-${line.event_id}`;
  const kind = words.kinds[line.kind];
  const action = actionOf(line, catalogue, language);
  const toggle = () => {
    setOpen(!open);
    if (open || (event?.ok && event.value)) return;
    setEvent(undefined);
    void findEvent(userId, line).then(setEvent);
  };
  return (
    <li>
      <button
        type="button"
        className="entry"
        aria-expanded={open}
        aria-controls={details}
        onClick={toggle}
      >
        <span className="what">{isPaid(line) ? (action ?? kind) : withAction(kind, action)}</span>
        <span className={line.amount > 0 ? 'amount received' : 'amount'}>
          {amountOf(line, language)}
        </span>
        <span className="when soft">{instantInWords(line.occurred_at, language)}</span>
      </button>
      <div id={details} hidden={!open} aria-live="polite">
        {open && <EventDetails line={line} event={event} />}
      </div>
    </li>
  );
}

const isPaid = ({ kind }: HistoryLine) => kind === 'consume' || kind === 'capture';

const withAction = (kind: string, action: string | undefined) =>
  action ? `${kind} (${action})` : kind;

function actionOf({ action }: HistoryLine, catalogue: Catalogue | undefined, language: Language) {
  return catalogue?.actions.find((one) => one.action === action)?.label[language];
}
