/** What the browser keeps under this name; a browser that keeps nothing for us is none the worse. */
export function recall<T>(storage: () => Storage, name: string): T | undefined {
  try {
    const kept = storage().getItem(`phoenix.${name}`);
    return kept === null ? undefined : (JSON.parse(kept) as T);
  } catch {
    return undefined;
  }
}

export function keep(storage: () => Storage, name: string, value: object | string): void {
  try {
    storage().setItem(`phoenix.${name}`, JSON.stringify(value));
  } catch {
    // Full, or forbidden by the person: the page works without.
  }
}

export function forget(storage: () => Storage, name: string): void {
  try {
    storage().removeItem(`phoenix.${name}`);
  } catch {
    // Then nothing was kept either.
  }
}

/** As long as the browser has this site. */
export const forLong = (): Storage => localStorage;

/** As long as this tab is open. */
export const inThisTab = (): Storage => sessionStorage;
