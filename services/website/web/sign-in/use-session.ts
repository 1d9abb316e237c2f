import { useCallback, useEffect, useRef, useState } from 'react';
import type { Session } from '../api/answers.js';
import { get, post, type Answer } from '../api/ask.js';
import { isUnsettled, type Problem } from '../api/problem.js';
import { forgetLetter } from '../letter-check/draft.js';
import { takeSignInCode } from './sign-in-code.js';

export type SignIn =
  | { readonly kind: 'asking' }
  | { readonly kind: 'signed-in'; readonly session: Session }
  /** With the reason, when a link was refused or nothing answers. */
  | { readonly kind: 'signed-out'; readonly problem?: Problem; readonly byLink: boolean };

const nobody: SignIn = { kind: 'signed-out', byLink: false };

function outcomeOf(answer: Answer<Session>, byLink: boolean): SignIn {
  if (answer.ok) return { kind: 'signed-in', session: answer.value };
  if (answer.problem.status === 401 && !byLink) return nobody;
  return { kind: 'signed-out', problem: answer.problem, byLink };
}

/** Who is signed in: by the link that was followed, else by the cookie, which only the server reads. */
export function useSession() {
  const [signIn, setSignIn] = useState<SignIn>({ kind: 'asking' });

  // Kept until somebody has answered to it.
  const code = useRef<string>(undefined);

  const begin = useCallback(async () => {
    const byLink = code.current !== undefined;
    const answer = byLink
      ? await post<Session>('/api/auth/sign-in-link', { code: code.current })
      : await get<Session>('/api/auth/session');
    if (answer.ok || !isUnsettled(answer.problem)) code.current = undefined;
    setSignIn(outcomeOf(answer, byLink));
  }, []);

  useEffect(() => {
    const onLink = () => {
      code.current = takeSignInCode();
      if (code.current) void begin();
    };
    code.current = takeSignInCode();
    void begin();
    addEventListener('hashchange', onLink);
    return () => removeEventListener('hashchange', onLink);
  }, [begin]);

  const signOut = useCallback(async () => {
    const answer = await post('/api/auth/sign-out', {});
    if (!answer.ok && answer.problem.status !== 401) return answer.problem;
    forgetLetter();
    setSignIn(nobody);
    return undefined;
  }, []);

  const onSignedOut = useCallback(() => setSignIn(nobody), []);
  return { signIn, signOut, onSignedOut, tryAgain: begin };
}
