import type { Preview } from '../api/answers.js';
import { focusOn, focusWhenShown } from '../browser/focus.js';
import { useLanguage, useWords } from '../language/language.js';
import { points } from '../language/points.js';
import { checkWords, type CheckWords } from './words.js';

interface Props {
  readonly preview: Preview;
  readonly energyKnown: boolean;
  readonly confirm: () => void;
  readonly cancel: () => void;
}

function titleOf({ allowed, frozen }: Preview, words: CheckWords): string {
  if (allowed) return words.confirmTitle;
  return frozen ? words.frozenTitle : words.shortTitle;
}

/** What it costs and what remains, in the hub's figures and words, before anything is taken. */
export function ConfirmExpense({ preview, energyKnown, confirm, cancel }: Props) {
  const words = useWords(checkWords);
  const [language] = useLanguage();
  const { allowed, before, cost, after, sentence } = preview;
  const leave = () => {
    cancel();
    focusOn('check');
  };
  return (
    <section
      className={`notice ${allowed ? '' : 'trouble'}`}
      aria-labelledby="confirm"
      onKeyDown={({ key }) => key === 'Escape' && leave()}
    >
      <h3 id="confirm" ref={focusWhenShown} tabIndex={-1}>
        {titleOf(preview, words)}
      </h3>
      <p>{sentence[language]}</p>
      <dl className="facts">
        <dt>{words.before}</dt>
        <dd>{points(before, language)}</dd>
        <dt>{words.cost}</dt>
        <dd>{points(cost, language)}</dd>
        {after !== undefined && (
          <>
            <dt>{words.after}</dt>
            <dd>{points(after, language)}</dd>
          </>
        )}
      </dl>
      {!allowed && <p>{words.short}</p>}
      {allowed && !energyKnown && <p className="reason">{words.energyUnknown}</p>}
      <div className="choices">
        {allowed && (
          <button
            type="button"
            className="primary"
            aria-disabled={!energyKnown}
            onClick={() => energyKnown && confirm()}
          >
            {words.confirm}
          </button>
        )}
        <button type="button" onClick={leave}>
          {allowed ? words.cancel : words.close}
        </button>
      </div>
    </section>
  );
}
