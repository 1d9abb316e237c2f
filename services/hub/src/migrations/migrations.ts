import { eventLogPlaces, outboxAgreement, outboxMarks, type Migration } from '#libs/persistence';
import { EnergyLedger1763800000000 } from './1763800000000-energy-ledger.js';
import { HoldsAndStaff1763900000000 } from './1763900000000-holds-and-staff.js';

/** The schema of hub, step by step; a step that was ever run is never changed. */
export const migrations: readonly Migration[] = [
  EnergyLedger1763800000000,
  HoldsAndStaff1763900000000,
  outboxMarks('hub'),
  outboxAgreement('hub'),
  eventLogPlaces('hub'),
];
