import { house, outsideServices, serviceNames, type ServiceCharter } from '#libs/contracts';
import { outsideRights } from './outside-rights.js';
import type { Rights } from './right.js';
import { rightsOf } from './rights-of.js';

/** One credential of the house. */
export interface NatsUser {
  readonly name: string;
  readonly summary: string;
  readonly rights: Rights;
}

/** A credential for each service of a house, with exactly what its charter needs (R28). */
export function usersOf(charters: Readonly<Record<string, ServiceCharter>> = house): NatsUser[] {
  return serviceNames
    .filter((name) => charters[name])
    .map((name) => {
      const charter = charters[name]!;
      return { name, summary: charter.summary, rights: rightsOf(name, charter) };
    });
}

/** A credential for each service that is not of the house. */
export function outsideUsers(services = outsideServices): NatsUser[] {
  return services.map((service) => ({ ...service, rights: outsideRights(service) }));
}

/** The variable in which nats-server finds the public key of a credential. */
export function keyVariable(name: string): string {
  return `PHOENIX_NKEY_${name.toUpperCase().replaceAll('-', '_')}`;
}
