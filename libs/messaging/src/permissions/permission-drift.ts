import { z } from 'zod';
import { house, type ServiceName } from '#libs/contracts';
import type { Connection } from '../connection.js';
import { ownPermissions } from './own-permissions.js';
import { rightsOf } from './rights-of.js';
import type { Right } from './right.js';

const allowed = z.object({ allow: z.array(z.string()).optional() }).optional();
const answer = z.object({
  data: z.object({
    permissions: z.object({ publish: allowed, subscribe: allowed }).optional(),
  }),
});

export interface PermissionDrift {
  readonly excess: string[];
  readonly lacking: string[];
}

/** How what NATS lets this connection do differs from the charter of a service (R28), in words. */
export async function permissionDrift(
  { nats }: Connection,
  service: ServiceName,
): Promise<PermissionDrift> {
  const reply = await nats.request(ownPermissions, '', { timeout: 2_000 });
  const { publish, subscribe } = answer.parse(reply.json()).data.permissions ?? {};
  const rights = rightsOf(service, house[service]);
  const both = [
    compare('publish', publish?.allow, rights.publish),
    compare('listen to', subscribe?.allow, rights.subscribe),
  ];
  return {
    excess: both.flatMap(({ excess }) => excess),
    lacking: both.flatMap(({ lacking }) => lacking),
  };
}

/** Without a list of what is allowed, everything is. */
function compare(
  verb: string,
  allow: readonly string[] = ['>'],
  rights: readonly Right[],
): PermissionDrift {
  const wanted = new Set(
    rights.map(({ subject, queue }) => (queue ? `${subject} ${queue}` : subject)),
  );
  const found = new Set(allow);
  const inWords = (subjects: Iterable<string>) => [...subjects].map((one) => `${verb} ${one}`);
  return {
    excess: inWords([...found].filter((one) => !wanted.has(one))),
    lacking: found.has('>') ? [] : inWords([...wanted].filter((one) => !found.has(one))),
  };
}
