import { randomUUID } from 'node:crypto';
import { consumeEnergy } from '#libs/contracts';
import { startHub } from '../hub/start-hub.mjs';

/** The ceiling: everything around the ledger, and no ledger. */
await startHub({
  contract: consumeEnergy,
  handler: ({ action }) => {
    const entryId = randomUUID();
    return { entryId, action, cost: 5, balance: 100, available: 95, version: 3 };
  },
});
