import { accountFrozen } from './account-frozen.js';
import { accountOpened } from './account-opened.js';
import { accountUnfrozen } from './account-unfrozen.js';
import { energyConsumed } from './energy-consumed.js';
import { energyCorrected } from './energy-corrected.js';
import { energyExpired } from './energy-expired.js';
import { energyGranted } from './energy-granted.js';
import { energyHoldCaptured } from './energy-hold-captured.js';
import { energyHoldExpired } from './energy-hold-expired.js';
import { energyHoldPlaced } from './energy-hold-placed.js';
import { energyHoldReleased } from './energy-hold-released.js';
import { energyRefunded } from './energy-refunded.js';
import { subscriptionEnded } from './subscription-ended.js';
import { subscriptionRenewed } from './subscription-renewed.js';
import { subscriptionStarted } from './subscription-started.js';

/** Everything that can happen to an account. */
export const energyEvents = [
  accountOpened,
  energyGranted,
  energyConsumed,
  energyHoldPlaced,
  energyHoldCaptured,
  energyHoldReleased,
  energyHoldExpired,
  energyRefunded,
  energyExpired,
  energyCorrected,
  subscriptionStarted,
  subscriptionRenewed,
  subscriptionEnded,
  accountFrozen,
  accountUnfrozen,
] as const;
