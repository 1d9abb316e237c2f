import { house, serviceNames, type ServiceName } from '#libs/contracts';
import { toldBy, type HouseStatus } from '../house-status.js';
import { isUnknown } from '../unknown.js';
import { askAgain, listed, sentence, type Fault } from './fault.js';

/** The services that should answer and do not. */
export function missingServices({ instances }: HouseStatus): ServiceName[] {
  const answering = new Set(instances.map(({ name }) => name));
  return serviceNames.filter(
    (name) => house[name].handles.length + house[name].emits.length > 0 && !answering.has(name),
  );
}

export function serviceFaults(status: HouseStatus): Fault[] {
  const missing = missingServices(status);
  if (missing.length === 0) return [];
  return [
    {
      wrong: `${listed(missing)} ${missing.length === 1 ? 'does' : 'do'} not answer.`,
      help: '`npm start` starts every service; the log of a service says why it ended or waits.',
    },
  ];
}

/** These have faults of their own, which say more. */
const toldElsewhere = new Set(['outbox', 'read models', 'stream']);

/** Why services are not ready, each reason once. */
export function readinessFaults(status: HouseStatus): Fault[] {
  const services = new Map<string, string[]>();
  for (const { service, checks } of toldBy(status)) {
    for (const { name, ready, reason } of checks) {
      if (ready || toldElsewhere.has(name)) continue;
      const why = reason ?? `The check of ${name} failed.`;
      services.set(why, [...(services.get(why) ?? []), service]);
    }
  }
  const notReady = [...services].map(([why, names]) => ({
    wrong: `${listed(names)} ${names.length === 1 ? 'is' : 'are'} not ready: ${sentence(why)}`,
    help: 'It goes on by itself once the cause is gone; until then a load balancer sends nobody there.',
  }));
  const silent = Object.entries(status.own).flatMap(([service, told]) =>
    isUnknown(told)
      ? [
          {
            wrong: `${service} runs, and could not tell how it is: ${sentence(told.unknown)}`,
            help: askAgain,
          },
        ]
      : [],
  );
  return [...notReady, ...silent];
}
