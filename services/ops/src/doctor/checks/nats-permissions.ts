import type { PermissionDrift } from '#libs/messaging';
import { isUnknown } from '../../status/unknown.js';
import type { Check, Finding } from '../check.js';
import { listed } from '../../status/faults/fault.js';
import type { Seen } from '../seen.js';

const fix =
  'Load deploy/nats/permissions.conf of this release into nats-server: `nats-server --signal reload`, or start it again; then `npm run phoenix -- doctor`.';

/** Whether NATS lets each credential do what its charter says, neither more nor less (R28). */
export const natsPermissions: Check = {
  name: 'nats-permissions',
  look(seen) {
    const all = credentials(seen);
    const findings = all.flatMap(({ name, excess, lacking }): Finding[] => [
      ...(lacking.length === 0
        ? []
        : [{ gravity: 'stops' as const, wrong: sentence(name, 'may not', lacking), fix }]),
      ...(excess.length === 0
        ? []
        : [
            {
              gravity: 'drift' as const,
              wrong: sentence(name, 'may, against its charter,', excess),
              fix,
            },
          ]),
    ]);
    return {
      findings,
      seen: `${listed(all.map(({ name }) => name))} may on NATS what the charters say`,
    };
  },
};

function credentials({ installed, ownPermissions }: Seen) {
  const unasked: PermissionDrift = { excess: [], lacking: ['ask NATS what it may do'] };
  const own = isUnknown(ownPermissions) ? unasked : ownPermissions;
  return [
    { name: 'ops', ...own },
    ...installed.map(({ service, permissions }) => ({ name: service, ...permissions })),
  ];
}

function sentence(name: string, may: string, subjects: readonly string[]): string {
  const [first, ...more] = subjects;
  return `By its NATS credential, ${name} ${may} ${first!}${more.length > 0 ? ` and ${more.length} more` : ''}.`;
}
