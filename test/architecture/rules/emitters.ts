import { sourceOf, type EventContract } from '#libs/contracts';
import { emittedIn, nameOfEvent, type House } from './charters.js';

/** Every event that somebody reads or hears is told by exactly one service. */
export function readsWithoutOneEmitter(house: House): string[] {
  const emitted = emittedIn(house);
  return Object.entries(house).flatMap(([service, { reads, hears }]) =>
    [...reads, ...hears].flatMap((event) => {
      const emitters = emitted.filter((one) => one === event).length;
      if (emitters === 1) return [];
      return [`${service} reads ${nameOfEvent(event)}, which ${emitters} services tell.`];
    }),
  );
}

/** The service of an event's `by` is the one whose charter tells it: its subject and its rights follow from that (R1). */
export function eventsOfAnotherSource(house: House): string[] {
  return Object.entries(house).flatMap(([service, { emits }]) =>
    emits
      .filter((event) => sourceOf(event) !== service)
      .map((event) => `${service} tells ${nameOfEvent(event)}, which is by ${sourceOf(event)}.`),
  );
}

/** Every published event is told by somebody, and everything told is published. */
export function unlistedEvents(house: House, events: readonly EventContract[]): string[] {
  const emitted = emittedIn(house);
  return [
    ...events.filter((event) => !emitted.includes(event)),
    ...emitted.filter((event) => !events.includes(event)),
  ].map(
    (event) => `${nameOfEvent(event)} stands in only one of allEvents and the charters' emits.`,
  );
}
