import type { Hop, RememberedHops } from '#libs/messaging';
import type { Step } from './step.js';

type Placed = Hop & {
  readonly service: string;
  readonly instance: string;
};

interface Nested {
  readonly hop: Placed;
  readonly children: Nested[];
  parent: Nested | undefined;
}

/** Clocks of two machines, and the rounding of one, may differ by so much before it is said. */
const clockSlackMs = 1;

/** The hops as steps: who caused whom, and what of each hop’s time was its own. */
export function stepsOfHops(remembered: readonly RememberedHops[], startedAt: number): Step[] {
  const hops = remembered
    .flatMap(({ service, instance, hops: own }) =>
      own.map((hop) => ({ ...hop, service, instance })),
    )
    .sort((one, other) => one.at - other.at);
  const all: Nested[] = hops.map((hop) => ({ hop, children: [], parent: undefined }));
  for (const one of all) {
    one.parent = parentOf(one, all);
    one.parent?.children.push(one);
  }
  return all.map((one) => stepOf(one, startedAt));
}

function parentOf({ hop }: Nested, all: readonly Nested[]): Nested | undefined {
  if (hop.kind === 'answered') {
    return all.find(
      ({ hop: other }) => other.kind === 'asked' && other.messageId === hop.messageId,
    );
  }
  if (hop.kind !== 'asked') return undefined;
  return all.findLast(({ hop: other }) => {
    const sameProcess = other.service === hop.service && other.instance === hop.instance;
    const around = other.at <= hop.at && hop.at <= other.at + other.tookMs;
    return /^(http|answered)$/.test(other.kind) && sameProcess && around;
  });
}

function stepOf(one: Nested, startedAt: number): Step {
  const { hop, children } = one;
  const inside = children.reduce((sum, child) => sum + child.hop.tookMs, 0);
  return {
    at: hop.at,
    offsetMs: hop.at - startedAt,
    tookMs: hop.tookMs,
    ownMs: hop.tookMs - inside,
    depth: depthOf(one),
    kind: hop.kind,
    where: `${hop.service} ${hop.instance}`,
    what: sentence(hop),
    outcome: hop.outcome,
  };
}

function depthOf({ parent }: Nested): number {
  return parent ? depthOf(parent) + 1 : 0;
}

function sentence({ kind, what, caller, attempts, from, to }: Hop): string {
  const name = what.replace(/^phoenix\.(command|query)\./, '');
  if (kind === 'asked') return `asks ${name}${attempts! > 1 ? `, ${attempts} attempts` : ''}`;
  if (kind === 'answered') return `${name}, asked by ${caller}`;
  if (kind === 'projected') return `${name} takes ${from === to ? from : `${from} to ${to}`}`;
  return name;
}

/** Pairs of a request and its answer that no two right clocks could tell so. */
export function clockFaults(steps: readonly Step[]): Step[] {
  return steps.filter(({ kind, ownMs }) => kind === 'asked' && ownMs! < -clockSlackMs);
}
