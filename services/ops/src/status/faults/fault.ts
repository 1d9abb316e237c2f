/** Something that is not well, and what helps. */
export interface Fault {
  readonly wrong: string;
  readonly help: string;
}

export const askAgain = 'Its log says why; `npm run phoenix -- status` asks again.';

/** Where the runbook has the whole way. */
export function inRunbook(heading: string): string {
  return `docs/runbook.md, “${heading}”, tells the way.`;
}

export function listed(names: readonly string[]): string {
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)!}`;
}

export function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
