import { useState } from 'react';
import type { Problem } from '../api/problem.js';
import { useLanguage, useWords } from '../language/language.js';
import { inWords } from '../language/problem-words.js';
import { signInWords } from './words.js';

export function SignOutButton({
  signOut,
}: {
  readonly signOut: () => Promise<Problem | undefined>;
}) {
  const words = useWords(signInWords);
  const [language] = useLanguage();
  const [problem, setProblem] = useState<Problem>();
  return (
    <>
      <button type="button" className="quiet" onClick={() => void signOut().then(setProblem)}>
        {words.signOut}
      </button>
      {problem && (
        <p className="notice trouble" role="alert">
          {inWords(problem, language)}
        </p>
      )}
    </>
  );
}
