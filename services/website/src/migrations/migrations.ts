import { eventLogPlaces, outboxAgreement, outboxMarks, type Migration } from '#libs/persistence';
import { Identity1763800000001 } from './1763800000001-identity.js';
import { WebsiteOutbox1763800000000 } from './1763800000000-website-outbox.js';

/** The schema of website, step by step; a step that was ever run is never changed. */
export const migrations: readonly Migration[] = [
  WebsiteOutbox1763800000000,
  Identity1763800000001,
  outboxMarks('website'),
  outboxAgreement('website'),
  eventLogPlaces('website'),
];
