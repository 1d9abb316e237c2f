import type { Contract, EventContract } from '#libs/contracts';

/** `command.energy.consume`: a contract as files and documents call it. */
export function nameOf(contract: Contract): string {
  return contract.subject.slice('phoenix.'.length);
}

/** `event.EnergyConsumed.v1`. */
export function nameOfEvent({ type, version }: EventContract): string {
  return `event.${type}.v${version}`;
}
