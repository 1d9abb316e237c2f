import type { EventContract } from '#libs/contracts';

/** Past participles that do not end in -ed; add one when an event needs it. */
const irregular = new Set(
  'Begun Bought Chosen Frozen Given Held Kept Known Left Lost Made Paid Put Read Sent Set Spent Taken Told Unfrozen Withdrawn Written'.split(
    ' ',
  ),
);
const particles = new Set(['In', 'Off', 'On', 'Out', 'Over', 'Up']);

/** An event says what happened: PascalCase, and its last word (particles aside) is a past participle. */
export function eventsNotInThePast(events: readonly EventContract[]): string[] {
  return events
    .filter(({ type }) => !isPast(type))
    .map(
      ({ type }) => `${type} should be PascalCase and say what happened, as EnergyConsumed does.`,
    );
}

function isPast(type: string): boolean {
  const words = type.match(/[A-Z][a-z0-9]*/g) ?? [];
  if (words.join('') !== type) return false;
  const last = words.findLast((word) => !particles.has(word)) ?? '';
  return last.endsWith('ed') || irregular.has(last);
}
