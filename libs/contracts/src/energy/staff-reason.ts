import { z } from 'zod';
import { text, userId, idempotencyKey } from '../values.js';

/** Why staff acted, as a code that an event may hold; the words stay in the hub's own table (R3). */
export const reasonCode = z.enum([
  'gesture',
  'incident',
  'mistake',
  'payment',
  'fraud',
  'request',
  'other',
]);

/** What every staff command on an account says: for whom, why in a code and in words, and the key (R29). */
export const staffRequest = {
  onBehalfOf: userId,
  reasonCode,
  reason: text(500).min(1),
  idempotencyKey,
};

/** The staff commands on an account, as the audit list names them. */
export const staffCommand = z.enum([
  'grant-energy',
  'correct-energy',
  'refund-energy',
  'start-unlimited',
  'end-unlimited',
  'freeze-account',
  'unfreeze-account',
]);

export type ReasonCode = z.output<typeof reasonCode>;
export type StaffCommand = z.output<typeof staffCommand>;
