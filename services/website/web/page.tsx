import { useEffect } from 'react';
import { Home } from './home.js';
import { LanguageSwitch } from './language/language-switch.js';
import { useWords } from './language/language.js';
import { Mark } from './look/mark.js';
import { SignOutButton } from './sign-in/sign-out-button.js';
import { SignedOut } from './sign-in/signed-out.js';
import { useSession } from './sign-in/use-session.js';
import { signInWords } from './sign-in/words.js';
import { pageWords } from './words.js';

/** The whole page: who is signed in decides what it shows. */
export function Page() {
  const { signIn, signOut, onSignedOut, tryAgain } = useSession();
  const words = useWords(pageWords);
  const { asking } = useWords(signInWords);
  useEffect(() => {
    document.title = words.documentTitle;
  }, [words]);
  return (
    <>
      <a className="skip" href="#content">
        {words.skip}
      </a>
      <header className="top">
        <p className="brand">
          <Mark /> Phoenix
        </p>
        <LanguageSwitch />
        {signIn.kind === 'signed-in' && <SignOutButton signOut={signOut} />}
      </header>
      <div id="content" tabIndex={-1}>
        {signIn.kind === 'asking' && (
          <main>
            <p className="soft">{asking}</p>
          </main>
        )}
        {signIn.kind === 'signed-out' && (
          <SignedOut
            problem={signIn.problem}
            byLink={signIn.byLink}
            tryAgain={() => void tryAgain()}
          />
        )}
        {signIn.kind === 'signed-in' && (
          <Home
            key={signIn.session.user_id}
            userId={signIn.session.user_id}
            onSignedOut={onSignedOut}
          />
        )}
      </div>
      <footer className="bottom soft small">
        <p>{words.footer}</p>
      </footer>
    </>
  );
}
