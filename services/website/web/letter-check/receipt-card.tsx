import type { ReactNode } from 'react';
import type { Receipt } from '../api/answers.js';
import { useLanguage, useWords } from '../language/language.js';
import { points } from '../language/points.js';
import { checkWords } from './words.js';

interface Props {
  readonly receipt: Receipt;
  /** What can be done next. */
  readonly children: ReactNode;
}

/** What the hub took, and what remains. */
export function ReceiptCard({ receipt, children }: Props) {
  const words = useWords(checkWords);
  const [language] = useLanguage();
  return (
    <section className="notice receipt" aria-labelledby="receipt">
      <h4 id="receipt">{words.receiptTitle}</h4>
      <dl className="facts">
        <dt>{words.taken}</dt>
        <dd>{points(receipt.cost, language)}</dd>
        <dt>{words.remains}</dt>
        <dd>{points(receipt.available, language)}</dd>
        <dt>{words.entry}</dt>
        <dd className="code">{receipt.entry_id}</dd>
      </dl>
      {children}
    </section>
  );
}
