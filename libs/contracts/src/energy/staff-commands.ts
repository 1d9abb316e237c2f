import { correctEnergy } from './correct-energy.js';
import { endUnlimited } from './end-unlimited.js';
import { freezeAccount } from './freeze-account.js';
import { grantEnergy } from './grant-energy.js';
import { startUnlimited } from './start-unlimited.js';
import { unfreezeAccount } from './unfreeze-account.js';

/** What staff may do to somebody's account; each leaves a line of the audit list. */
export const staffCommands = [
  grantEnergy,
  correctEnergy,
  startUnlimited,
  endUnlimited,
  freezeAccount,
  unfreezeAccount,
] as const;
