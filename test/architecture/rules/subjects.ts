import type { Contract, EventContract } from '#libs/contracts';
import { nameOfEvent, repeated } from './charters.js';

export function duplicateSubjects(contracts: readonly Contract[]): string[] {
  return repeated(contracts.map(({ subject }) => subject)).map(
    (subject) =>
      `${subject} is handled twice: give each message a subject and a service of its own.`,
  );
}

export function duplicateEvents(events: readonly EventContract[]): string[] {
  return repeated(events.map(nameOfEvent)).map(
    (name) => `${name} is defined twice: an event type and version is one contract.`,
  );
}

/** Four tokens, of which the second is the kind: the caller's name is added as the fifth (R28). */
export function misshapenSubjects(contracts: readonly Contract[]): string[] {
  return contracts
    .filter(
      ({ kind, subject }) =>
        !new RegExp(`^phoenix\\.${kind}\\.[a-z]+\\.[a-z][a-z-]*$`).test(subject),
    )
    .map(({ kind, subject }) => `${subject} should read phoenix.${kind}.<area>.<name>.`);
}
