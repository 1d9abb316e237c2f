import type { Contract, EventContract } from '#libs/contracts';

type AnyContract = Contract | EventContract;

/** The contracts among what a module exports, by the name that sources import. */
export function contractsAmong(exports: object): Map<string, AnyContract> {
  return new Map(
    Object.entries(exports).filter((entry): entry is [string, AnyContract] => isContract(entry[1])),
  );
}

/** A contract that is written but in no charter would be a message that nobody can send. */
export function contractsOutsideTheHouse(
  exports: object,
  contracts: readonly Contract[],
  events: readonly EventContract[],
): string[] {
  const housed = new Set<AnyContract>([...contracts, ...events]);
  return [...contractsAmong(exports)]
    .filter(([, contract]) => !housed.has(contract))
    .map(([name]) => `${name} is in no charter: add it to libs/contracts/src/house.ts.`);
}

function isContract(value: unknown): value is AnyContract {
  const kinds = ['command', 'query', 'stream', 'event'];
  return kinds.includes((value as { kind?: string } | undefined)?.kind ?? '');
}
