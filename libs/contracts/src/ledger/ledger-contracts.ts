import { catchUpLedger } from './catch-up-ledger.js';
import { getLedger } from './get-ledger.js';

/** All that the operator asks about a ledger that was put back to an older backup. */
export const ledgerContracts = [getLedger, catchUpLedger] as const;
