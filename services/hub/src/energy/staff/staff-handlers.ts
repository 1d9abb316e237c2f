import { CorrectEnergyHandler } from './correct-energy.js';
import { EndUnlimitedHandler } from './end-unlimited.js';
import { FreezeAccountHandler } from './freeze-account.js';
import { GrantEnergyHandler } from './grant-energy.js';
import { ListStaffActionsHandler } from './list-staff-actions.js';
import { StartUnlimitedHandler } from './start-unlimited.js';
import { UnfreezeAccountHandler } from './unfreeze-account.js';

/** What answers staff. */
export const staffHandlers = [
  GrantEnergyHandler,
  CorrectEnergyHandler,
  StartUnlimitedHandler,
  EndUnlimitedHandler,
  FreezeAccountHandler,
  UnfreezeAccountHandler,
  ListStaffActionsHandler,
];
