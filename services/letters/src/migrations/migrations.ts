import { draftOffersTable, heldWorkColumns, unfinishedWorkIndex } from '#libs/paid-work';
import { eventLogPlaces, outboxAgreement, outboxMarks, type Migration } from '#libs/persistence';
import { PaidWork1763800000000 } from './1763800000000-paid-work.js';
import { ProviderAgreements1764900000000 } from './1764900000000-provider-agreements.js';
import { Letters1765100000000 } from './1765100000000-letters.js';
import { DocumentKinds1765200000000 } from './1765200000000-document-kinds.js';

/** The schema of letters, step by step; a step that was ever run is never changed. */
export const migrations: readonly Migration[] = [
  PaidWork1763800000000,
  outboxMarks('letters'),
  outboxAgreement('letters'),
  unfinishedWorkIndex('letters'),
  eventLogPlaces('letters'),
  ProviderAgreements1764900000000,
  heldWorkColumns('letters'),
  Letters1765100000000,
  DocumentKinds1765200000000,
  draftOffersTable('letters'),
];
