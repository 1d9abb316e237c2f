import type { Verification } from '../api/answers.js';
import { focusWhenShown } from '../browser/focus.js';
import { useWords } from '../language/language.js';
import { FindingList } from './finding-list.js';
import { MarkedText } from './marked-text.js';
import { ReceiptCard } from './receipt-card.js';
import { splitByFindings } from './split-by-findings.js';
import { checkWords } from './words.js';

interface Props {
  readonly text: string;
  readonly verification: Verification;
  readonly rewrite: () => void;
}

/** The findings beside the text that they are about, and what was paid for them. */
export function Result({ text, verification: { report, receipt }, rewrite }: Props) {
  const words = useWords(checkWords);
  const { findings } = report;
  const pieces = splitByFindings(text, findings);
  return (
    <div className="result">
      <h3 ref={focusWhenShown} tabIndex={-1}>
        {words.resultTitle}
      </h3>
      <ReceiptCard receipt={receipt}>
        <button type="button" onClick={rewrite}>
          {words.rewrite}
        </button>
      </ReceiptCard>
      {findings.length === 0 && <p className="notice">{words.spotless}</p>}
      <div className="side-by-side">
        <section aria-labelledby="marked">
          <h4 id="marked">{words.textTitle}</h4>
          <MarkedText pieces={pieces} findings={findings} />
        </section>
        {findings.length > 0 && (
          <section aria-labelledby="remarks">
            <h4 id="remarks">{words.listTitle}</h4>
            <FindingList pieces={pieces} findings={findings} />
          </section>
        )}
      </div>
    </div>
  );
}
