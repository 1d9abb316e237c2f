import { useState } from 'react';
import { focusOn, focusWhenShown } from '../browser/focus.js';
import type { Energy } from '../gauge/use-live-energy.js';
import { useLanguage, useWords } from '../language/language.js';
import { inWords } from '../language/problem-words.js';
import { ConfirmExpense } from './confirm-expense.js';
import { keepDraft, recallDraft } from './draft.js';
import './letter-check.css';
import { LetterField } from './letter-field.js';
import { Result } from './result.js';
import { Unsettled } from './unsettled.js';
import { useLetterCheck } from './use-letter-check.js';
import { checkWords } from './words.js';

interface Props {
  readonly userId: string;
  readonly energy: Energy;
  readonly onSignedOut: () => void;
}

/** A letter from its text to its findings: price before, confirmation, receipt after. */
export function LetterCheck({ userId, energy, onSignedOut }: Props) {
  const words = useWords(checkWords);
  const [language] = useLanguage();
  const [text, setText] = useState(() => recallDraft(userId));
  const { step, priceChanged, askPrice, pay, backToWriting } = useLetterCheck(userId, onSignedOut);
  const write = (written: string) => {
    setText(written);
    keepDraft({ userId, text: written });
  };
  const rewrite = () => {
    backToWriting();
    focusOn('letter-text');
  };
  const problem = step.name === 'writing' ? step.problem : priceChanged;
  // Of what is sent here, only the text can be at fault.
  const unfit = problem?.code === 'INVALID_MESSAGE';
  return (
    <section className="card letter" aria-labelledby="letter">
      <h2 id="letter">{words.title}</h2>
      {step.name === 'checked' ? (
        <Result {...step} rewrite={rewrite} />
      ) : (
        <LetterField
          text={text}
          write={write}
          energy={energy}
          busy={step.name !== 'writing'}
          check={() => void askPrice(text)}
        />
      )}
      {problem && (
        <p className="notice trouble" role="alert" ref={focusWhenShown} tabIndex={-1}>
          {unfit ? words.unfit : inWords(problem, language)}
        </p>
      )}
      <div aria-live="polite">
        {step.name === 'pricing' && <p className="soft">{words.pricing}</p>}
        {step.name === 'paying' && !step.unsettled && <p className="soft">{words.paying}</p>}
        {step.name === 'paying' && step.unsettled && <Unsettled problem={step.unsettled} />}
      </div>
      {step.name === 'confirming' && (
        <ConfirmExpense
          preview={step.preview}
          energyKnown={energy.kind === 'known'}
          confirm={() => void pay(step.intention)}
          cancel={backToWriting}
        />
      )}
    </section>
  );
}
