import type { RememberedHops } from '#libs/messaging';

export interface Forgetful {
  readonly service: string;
  readonly instance: string;
  readonly keeps: number;
  readonly since: string;
}

/** The instances that may have had a part in what began then, and remember only later requests. */
export function forgetful(remembered: readonly RememberedHops[], beganAt: number): Forgetful[] {
  return remembered
    .filter(({ since, hops }) => since > beganAt && !hops.some(({ kind }) => kind !== 'projected'))
    .map(({ service, instance, keeps, since }) => {
      return { service, instance, keeps, since: new Date(since).toISOString() };
    });
}
