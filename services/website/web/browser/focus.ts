/**
 * Moves the keyboard and the reader's place to an element, once what was just changed is on the page; one that is not
 * a control needs `tabIndex={-1}`.
 */
export function focusOn(id: string): void {
  requestAnimationFrame(() => document.getElementById(id)?.focus());
}

/** For a heading that appears as the answer to what a person did: it is read next. */
export function focusWhenShown(element: HTMLElement | null): void {
  element?.focus();
}
