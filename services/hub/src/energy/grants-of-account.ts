/** Points given and not yet spent or held; spent by earliest expiry, then oldest. */
export interface Grant {
  readonly id: string;
  readonly remaining: number;
  readonly expiresAt: string | null;
  readonly grantedAt: string;
}

/** Points of one grant, as events and entries name them. */
export interface Taken {
  readonly grantId: string;
  readonly amount: number;
}

/** Points of one grant, with what is needed to give them back when the grant itself has nothing left. */
export interface Portion extends Taken {
  readonly expiresAt: string | null;
  readonly grantedAt: string;
}

/** Which grants cover so many points: earliest expiry first, then oldest. Together they must hold enough. */
export function takeFrom(grants: readonly Grant[], points: number): Taken[] {
  const taken: Taken[] = [];
  let left = points;
  for (const grant of [...grants].sort(spentFirst)) {
    const amount = Math.min(grant.remaining, left);
    if (amount > 0) taken.push({ grantId: grant.id, amount });
    left -= amount;
  }
  return taken;
}

/** The grants after so much was taken; those with nothing left are gone. */
export function withoutTaken(grants: readonly Grant[], taken: readonly Taken[]): Grant[] {
  const amounts = new Map(taken.map(({ grantId, amount }) => [grantId, amount]));
  return grants
    .map((grant) => ({ ...grant, remaining: grant.remaining - (amounts.get(grant.id) ?? 0) }))
    .filter(({ remaining }) => remaining > 0);
}

/** What was taken, as it can be given back later. */
export function portionsOf(grants: readonly Grant[], taken: readonly Taken[]): Portion[] {
  return taken.map(({ grantId, amount }) => {
    const { expiresAt, grantedAt } = grants.find(({ id }) => id === grantId)!;
    return { grantId, amount, expiresAt, grantedAt };
  });
}

/** The grants after points came back to some of them, and to a new one if need be. */
export function withReturned(
  grants: readonly Grant[],
  returned: readonly Portion[],
  added: readonly Grant[],
): Grant[] {
  const after = new Map([...grants, ...added].map((grant) => [grant.id, grant]));
  for (const { grantId: id, amount, expiresAt, grantedAt } of returned) {
    const remaining = (after.get(id)?.remaining ?? 0) + amount;
    after.set(id, { id, remaining, expiresAt, grantedAt });
  }
  return [...after.values()];
}

/** Instants as text sort by time; later than all of them is never. */
const never = '9999';

function spentFirst(a: Grant, b: Grant): number {
  return (
    compare(a.expiresAt ?? never, b.expiresAt ?? never) ||
    compare(a.grantedAt, b.grantedAt) ||
    compare(a.id, b.id)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
