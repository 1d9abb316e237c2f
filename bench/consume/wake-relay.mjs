import { outboxChannel, wakeRelays } from '#libs/persistence';

/**
 * Tells the relay that events wait, as the hub does it: after the commit, since a transaction with a NOTIFY in it keeps
 * all others from committing meanwhile; and once for all commits since the last time.
 */
export function relayWaker(/** @type {import('pg').Pool} */ pool) {
  let underWay = false;
  let again = false;
  return function wake() {
    again = underWay;
    if (underWay) return;
    underWay = true;
    void pool.query({ ...wakeRelays, values: [outboxChannel, 'hub'] }).then(() => {
      underWay = false;
      if (again) wake();
    });
  };
}
