import { serviceNames, type Contract } from '#libs/contracts';
import { handledIn, type House } from './charters.js';

const callerRules = new Set<string>([
  'user',
  'staff',
  'anyone',
  ...serviceNames.flatMap((name) => [`service:${name}`, `user-through:${name}`]),
]);

/** R28: every contract says who may call it, and names nobody who does not exist. */
export function contractsWithoutCallers(contracts: readonly Contract[]): string[] {
  return contracts.flatMap(({ subject, by = [] }: Partial<Contract>) => [
    ...(by.length > 0 ? [] : [`${subject} has no \`by\`: say who may call it.`]),
    ...by
      .filter((rule) => !callerRules.has(rule))
      .map((rule) => `${subject} lets ${rule} call it.`),
  ]);
}

/** A service that a contract names as its caller has it among its calls. */
export function namedCallersThatNeverCall(house: House): string[] {
  return handledIn(house).flatMap((contract) =>
    contract.by
      .flatMap((rule) => namedService(rule) ?? [])
      .filter((service) => !house[service]?.calls.includes(contract))
      .map((service) => `${contract.subject} is open to ${service}, which does not call it.`),
  );
}

/** The service that a rule names: by itself, or as the one that passes on a user's token. */
function namedService(rule: string): string | undefined {
  return /^(?:service|user-through):(.+)$/.exec(rule)?.[1];
}

/** R29: acting for somebody else is for staff; a contract that has a place for it names them. */
export function onBehalfOfWithoutStaff(contracts: readonly Contract[]): string[] {
  return contracts
    .filter(({ request, by }) => 'onBehalfOf' in request.shape && !by.includes('staff'))
    .map(({ subject }) => `${subject} has onBehalfOf, but is not for staff.`);
}

/** A service whose charter calls a contract that only other services may call would be refused. */
export function callsThatWouldBeRefused(house: House): string[] {
  return Object.entries(house).flatMap(([service, { calls }]) =>
    calls
      .filter(({ by }) =>
        by.every((rule) => {
          const named = namedService(rule);
          return named !== undefined && named !== service;
        }),
      )
      .map(({ subject }) => `${service} calls ${subject}, whose \`by\` does not let it.`),
  );
}

export function callsWithoutHandler(house: House): string[] {
  const handled = new Set(handledIn(house));
  return Object.entries(house).flatMap(([service, { calls }]) =>
    calls
      .filter((contract) => !handled.has(contract))
      .map(({ subject }) => `${service} calls ${subject}, which no service handles.`),
  );
}
