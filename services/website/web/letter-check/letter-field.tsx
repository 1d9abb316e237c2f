import { useState } from 'react';
import type { Energy } from '../gauge/use-live-energy.js';
import { useWords } from '../language/language.js';
import { checkWords } from './words.js';

interface Props {
  readonly text: string;
  readonly write: (text: string) => void;
  readonly energy: Energy;
  /** A check is under way: the text stays as it was sent. */
  readonly busy: boolean;
  readonly check: () => void;
}

/** Where the letter is written. The button says why it waits, and stays in reach of the keyboard. */
export function LetterField({ text, write, energy, busy, check }: Props) {
  const words = useWords(checkWords);
  const [asked, setAsked] = useState(false);
  const empty = text.trim() === '';
  const waits = energy.kind !== 'known' || busy;
  const reason = energy.kind === 'unknown' ? words.energyUnknown : asked && empty && words.empty;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(true);
        if (!waits && !empty) check();
      }}
    >
      <label htmlFor="letter-text">{words.label}</label>
      <textarea
        id="letter-text"
        lang="fr"
        rows={10}
        value={text}
        readOnly={busy}
        aria-describedby="letter-hint"
        onChange={({ target }) => write(target.value)}
      />
      <p id="letter-hint" className="soft small">
        {words.hint}
      </p>
      {!busy && (
        <button
          id="check"
          type="submit"
          className="primary"
          aria-disabled={waits}
          aria-describedby="check-reason"
        >
          {words.check}
        </button>
      )}
      <p id="check-reason" className="reason" role="status">
        {reason}
      </p>
    </form>
  );
}
