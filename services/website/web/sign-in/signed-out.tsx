import type { Problem } from '../api/problem.js';
import { focusWhenShown } from '../browser/focus.js';
import { useLanguage, useWords } from '../language/language.js';
import { inWords } from '../language/problem-words.js';
import { Mark } from '../look/mark.js';
import './sign-in.css';
import { signInWords } from './words.js';

interface Props {
  readonly problem: Problem | undefined;
  readonly byLink: boolean;
  readonly tryAgain: () => void;
}

/** What a visitor sees: what Phoenix is for, and how to come in. */
export function SignedOut({ problem, byLink, tryAgain }: Props) {
  const words = useWords(signInWords);
  const refused = problem !== undefined && byLink && problem.status !== 0 && problem.status < 500;
  return (
    <main className="welcome">
      <Mark large />
      <h1>{words.title}</h1>
      <p className="lead">{words.promise}</p>
      {problem && !refused && <Away problem={problem} tryAgain={tryAgain} />}
      {refused && <Refused problem={problem} />}
      <section className="card" aria-labelledby="how">
        <h2 id="how">{words.howTitle}</h2>
        <p>{refused ? words.refusedHint : words.how}</p>
        <pre className="command" tabIndex={0}>
          npm run phoenix -- sign-in-link
        </pre>
      </section>
    </main>
  );
}

function Refused({ problem }: { readonly problem: Problem }) {
  const words = useWords(signInWords);
  const [language] = useLanguage();
  return (
    <div className="notice trouble" role="alert">
      <h2>{words.refusedTitle}</h2>
      <p>{language === 'fr' ? problem.detail : problem.detail_en}</p>
    </div>
  );
}

function Away({ problem, tryAgain }: { readonly problem: Problem; readonly tryAgain: () => void }) {
  const words = useWords(signInWords);
  const [language] = useLanguage();
  return (
    <div className="notice trouble" role="alert">
      <h2 ref={focusWhenShown} tabIndex={-1}>
        {words.awayTitle}
      </h2>
      <p>{inWords(problem, language)}</p>
      <button type="button" onClick={tryAgain}>
        {words.tryAgain}
      </button>
    </div>
  );
}
