import { cvVerified } from './cv/cv-verified.js';
import { verifyCv } from './cv/verify-cv.js';
import type { Contract, EventContract } from './define.js';
import { captureHold } from './energy/capture-hold.js';
import { checkEnergy } from './energy/check-energy.js';
import { consumeEnergy } from './energy/consume-energy.js';
import { energyEvents } from './energy/energy-events.js';
import { getBalance } from './energy/get-balance.js';
import { getCatalogue } from './energy/get-catalogue.js';
import { getReceipt } from './energy/get-receipt.js';
import { listAccounts } from './energy/list-accounts.js';
import { listStaffActions } from './energy/list-staff-actions.js';
import { openAccount } from './energy/open-account.js';
import { placeHold } from './energy/place-hold.js';
import { previewEnergy } from './energy/preview-energy.js';
import { refundEnergy } from './energy/refund-energy.js';
import { releaseHold } from './energy/release-hold.js';
import { staffCommands } from './energy/staff-commands.js';
import { getReadModels } from './history/get-read-models.js';
import { listBalances } from './history/list-balances.js';
import { listEnergyHistory } from './history/list-energy-history.js';
import { listEvents } from './history/list-events.js';
import { signedIn } from './identity/signed-in.js';
import { letterVerified } from './letters/letter-verified.js';
import { verifyLetter } from './letters/verify-letter.js';
import type { ServiceName } from './service-name.js';

/** What one service answers, asks, tells and listens to. */
export interface ServiceCharter {
  readonly summary: string;
  readonly handles: readonly Contract[];
  readonly calls: readonly Contract[];
  readonly emits: readonly EventContract[];
  readonly reads: readonly EventContract[];
}

const events = [...energyEvents, letterVerified, cvVerified, signedIn] as const;

/**
 * Who answers, asks, tells and listens to what: the whole house on one page. A message that is not here cannot be
 * sent, and NATS permissions follow from it.
 */
export const house: Readonly<Record<ServiceName, ServiceCharter>> = {
  hub: {
    summary: 'Decides on energy: the one ledger of every account.',
    handles: [
      openAccount,
      consumeEnergy,
      placeHold,
      captureHold,
      releaseHold,
      refundEnergy,
      checkEnergy,
      previewEnergy,
      getBalance,
      getReceipt,
      getCatalogue,
      listAccounts,
      ...staffCommands,
      listStaffActions,
    ],
    calls: [],
    emits: energyEvents,
    reads: [],
  },
  letters: {
    summary: 'Checks cover letters by French conventions.',
    handles: [verifyLetter],
    calls: [consumeEnergy, placeHold, captureHold, releaseHold],
    emits: [letterVerified],
    reads: [],
  },
  cv: {
    summary: 'Checks CVs by French conventions.',
    handles: [verifyCv],
    calls: [consumeEnergy, placeHold, captureHold, releaseHold],
    emits: [cvVerified],
    reads: [],
  },
  projector: {
    summary: 'Folds the event stream into read models and answers queries on them.',
    handles: [listEnergyHistory, listEvents, listBalances, getReadModels],
    calls: [],
    emits: [],
    reads: events,
  },
  website: {
    summary: 'The HTTP edge for users.',
    handles: [],
    calls: [
      openAccount,
      consumeEnergy,
      refundEnergy,
      checkEnergy,
      previewEnergy,
      getBalance,
      getReceipt,
      getCatalogue,
      verifyLetter,
      verifyCv,
      listEnergyHistory,
      listEvents,
    ],
    emits: [signedIn],
    reads: [],
  },
  ops: {
    summary: 'The operator’s command line.',
    handles: [],
    calls: [
      openAccount,
      getCatalogue,
      listAccounts,
      ...staffCommands,
      refundEnergy,
      listStaffActions,
      listBalances,
      getReadModels,
    ],
    emits: [],
    reads: events,
  },
};

/** Every command and query of the house. */
export const allContracts: readonly Contract[] = Object.values(house).flatMap(
  (charter) => charter.handles,
);

/** Every event type and version of the house. */
export const allEvents: readonly EventContract[] = events;
