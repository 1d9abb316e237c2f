const form = /^#connexion=(.+)$/;

/** The one-time code of a sign-in link, which leaves the address at once: nobody finds it there later. */
export function takeSignInCode(): string | undefined {
  const code = form.exec(location.hash)?.[1];
  if (code !== undefined) history.replaceState(null, '', location.pathname + location.search);
  return code;
}
