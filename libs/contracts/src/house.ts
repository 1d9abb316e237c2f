import { buckets } from './buckets.js';
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
import { listLedgerEntries } from './energy/list-ledger-entries.js';
import { listStaffActions } from './energy/list-staff-actions.js';
import { openAccount } from './energy/open-account.js';
import { placeHold } from './energy/place-hold.js';
import { previewEnergy } from './energy/preview-energy.js';
import { refundEnergy } from './energy/refund-energy.js';
import { releaseHold } from './energy/release-hold.js';
import { staffCommands } from './energy/staff-commands.js';
import { eventLogs } from './event-log/list-event-log.js';
import { getEnergyUsage } from './history/get-energy-usage.js';
import { getReadModels } from './history/get-read-models.js';
import { listBalances } from './history/list-balances.js';
import { listEnergyHistory } from './history/list-energy-history.js';
import { listEvents } from './history/list-events.js';
import { listServiceFigures } from './history/list-service-figures.js';
import { ledgerContracts } from './ledger/ledger-contracts.js';
import { signedIn } from './identity/signed-in.js';
import { installationOf } from './installation/installation-of.js';
import { letterContracts, letterEvents } from './letters/letter-contracts.js';
import { projectorContracts } from './projector/projector-contracts.js';
import { replayContracts } from './replay/replay-contracts.js';
import type { ServiceCharter } from './service-charter.js';
import type { ServiceName } from './service-name.js';
import { getCvStatus } from './status/get-cv-status.js';
import { getHubStatus } from './status/get-hub-status.js';
import { getLettersStatus } from './status/get-letters-status.js';
import { getProjectorStatus } from './status/get-projector-status.js';
import { getWebsiteStatus } from './status/get-website-status.js';
import { statusContracts } from './status/status-contracts.js';
import { streamContracts } from './stream/stream-contracts.js';

/** What whoever verifies access tokens has to know. */
const identity = [buckets.tokenKeys, buckets.revokedSessions] as const;

const events = [...energyEvents, ...letterEvents, cvVerified, signedIn] as const;

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
      ...ledgerContracts,
      listLedgerEntries,
      eventLogs.hub,
      getHubStatus,
      installationOf.hub,
    ],
    calls: [],
    emits: energyEvents,
    reads: [],
    hears: [],
    keeps: [],
    watches: identity,
  },
  letters: {
    summary:
      'Writes, checks, lays out, corrects and keeps cover letters; analyses offers and changes of career; plans applications and retraining.',
    handles: [...letterContracts, getLettersStatus, installationOf.letters, eventLogs.letters],
    calls: [consumeEnergy, placeHold, captureHold, releaseHold],
    emits: letterEvents,
    reads: [],
    hears: [],
    keeps: [],
    watches: identity,
  },
  cv: {
    summary: 'Checks CVs by French conventions.',
    handles: [verifyCv, getCvStatus, installationOf.cv, eventLogs.cv],
    calls: [consumeEnergy, placeHold, captureHold, releaseHold],
    emits: [cvVerified],
    reads: [],
    hears: [],
    keeps: [],
    watches: identity,
  },
  projector: {
    summary: 'Folds the event stream into read models and answers queries on them.',
    handles: [
      listEnergyHistory,
      getEnergyUsage,
      listEvents,
      listBalances,
      listServiceFigures,
      getReadModels,
      ...replayContracts,
      ...projectorContracts,
      ...streamContracts,
      getProjectorStatus,
      installationOf.projector,
    ],
    calls: [listAccounts],
    emits: [],
    reads: events,
    hears: [],
    keeps: [],
    watches: identity,
    createsStream: true,
  },
  website: {
    summary: 'The HTTP edge for users.',
    handles: [getWebsiteStatus, installationOf.website, eventLogs.website],
    calls: [
      openAccount,
      consumeEnergy,
      refundEnergy,
      checkEnergy,
      previewEnergy,
      getBalance,
      getReceipt,
      getCatalogue,
      ...letterContracts,
      verifyCv,
      listEnergyHistory,
      getEnergyUsage,
      listEvents,
    ],
    emits: [signedIn],
    reads: [],
    hears: energyEvents,
    keeps: identity,
    watches: identity,
    discovers: true,
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
      ...ledgerContracts,
      listLedgerEntries,
      ...Object.values(eventLogs),
      getEnergyUsage,
      listBalances,
      listServiceFigures,
      getReadModels,
      ...replayContracts,
      ...projectorContracts,
      ...streamContracts,
      ...statusContracts,
      ...Object.values(installationOf),
    ],
    emits: [],
    reads: events,
    hears: [],
    keeps: [],
    watches: [],
    discovers: true,
    inspects: true,
    onDemand: true,
  },
};

/** Every command and query of the house. */
export const allContracts: readonly Contract[] = Object.values(house).flatMap(
  (charter) => charter.handles,
);

/** Every event type and version of the house. */
export const allEvents: readonly EventContract[] = events;
