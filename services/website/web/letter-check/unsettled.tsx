import type { Problem } from '../api/problem.js';
import { useWords } from '../language/language.js';
import { checkWords } from './words.js';

/** Nobody knows yet how it went: it is being found out, under the same key. */
export function Unsettled({ problem }: { readonly problem: Problem }) {
  const words = useWords(checkWords);
  return (
    <div className="notice">
      <h3>{words.unsettledTitle}</h3>
      <p>{words.unsettled}</p>
      {problem.correlation_id && <p className="soft small code">{problem.correlation_id}</p>}
    </div>
  );
}
