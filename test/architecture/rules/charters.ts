import type { Contract, EventContract, ServiceCharter } from '#libs/contracts';

/** A house as the rules see it, so that a bad one can be planted. */
export type House = Readonly<Record<string, ServiceCharter>>;

export function handledIn(house: House): Contract[] {
  return Object.values(house).flatMap(({ handles }) => handles);
}

export function emittedIn(house: House): EventContract[] {
  return Object.values(house).flatMap(({ emits }) => emits);
}

export function nameOfEvent({ type, version }: EventContract): string {
  return `${type} v${version}`;
}

/** The values that stand more than once in a list. */
export function repeated<T>(values: readonly T[]): T[] {
  return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))];
}
