import { catalogueFaults } from './faults/catalogue-faults.js';
import { databaseFaults } from './faults/database-faults.js';
import type { Fault } from './faults/fault.js';
import { booksFaults, holdFaults, ledgerFaults } from './faults/ledger-faults.js';
import { outboxFaults } from './faults/outbox-faults.js';
import { readModelFaults } from './faults/read-model-faults.js';
import { readinessFaults, serviceFaults } from './faults/service-faults.js';
import { streamFaults } from './faults/stream-faults.js';
import type { HouseStatus } from './house-status.js';

/** All that is not well, the most pressing first. */
export function findFaults(status: HouseStatus): Fault[] {
  return [
    serviceFaults,
    ledgerFaults,
    streamFaults,
    readinessFaults,
    databaseFaults,
    outboxFaults,
    booksFaults,
    holdFaults,
    catalogueFaults,
    readModelFaults,
  ].flatMap((faultsOf) => faultsOf(status));
}
