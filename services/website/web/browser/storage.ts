/** What the browser keeps, or null; a browser that keeps nothing for us is none the worse. */
export function recall(storage: () => Storage, name: string): string | null {
  try {
    return storage().getItem(`phoenix.${name}`);
  } catch {
    return null;
  }
}

/** Keeps a text under this name; null forgets it. */
export function keep(storage: () => Storage, name: string, text: string | null): void {
  try {
    if (text === null) storage().removeItem(`phoenix.${name}`);
    else storage().setItem(`phoenix.${name}`, text);
  } catch {
    // Full, or forbidden by the person: the page works without.
  }
}

/** As long as the browser has this site. */
export const forLong = (): Storage => localStorage;

/** As long as this tab is open. */
export const inThisTab = (): Storage => sessionStorage;
