import { randomUUID } from 'node:crypto';
import {
  agreeToProvider,
  analyseOffer,
  analyseTransition,
  captureHold,
  catchUpLedger,
  checkEnergy,
  consumeEnergy,
  correctEnergy,
  correctPassage,
  deleteLetter,
  editLetter,
  endUnlimited,
  exportLetter,
  formatLetter,
  freezeAccount,
  getAgreements,
  getBalance,
  getCatalogue,
  getLedger,
  getLetter,
  getEnergyUsage,
  getReadModels,
  getReceipt,
  grantEnergy,
  installationOf,
  listAccounts,
  listBalances,
  listEnergyHistory,
  listCvEventLog,
  listEvents,
  listHubEventLog,
  listLedgerEntries,
  listLetters,
  listLettersEventLog,
  listServiceFigures,
  listStaffActions,
  listWebsiteEventLog,
  openAccount,
  placeHold,
  planApplication,
  planRetraining,
  previewEnergy,
  refundEnergy,
  releaseHold,
  startUnlimited,
  statusContracts,
  unfreezeAccount,
  verifyCv,
  verifyLetter,
  withdrawAgreement,
  writeLetter,
  type Contract,
} from '#libs/contracts';
import {
  OFFER,
  PROFILE,
} from '../../../services/letters/src/local-engine/letter/profile.sample.js';
import { replaySamples } from './replay-samples.js';

type Body = Record<string, unknown>;

const text = 'Madame, Monsieur,\n\nJ’aime l’idée de travailler chez vous.\n\nCamille Roux';

/** The user whom a sample is about, and what may have happened to that user before. */
export interface SampleUser {
  readonly userId: string;
  /** The answer to a request that is asked in the user's name, or as staff where only staff may. */
  did(contract: Contract): Promise<Record<string, unknown>>;
  /** The same with this body. */
  ask(contract: Contract, body: Body): Promise<Record<string, unknown>>;
}

const asStaff = ({ userId: onBehalfOf }: SampleUser) => {
  return { onBehalfOf, reasonCode: 'other', reason: 'Un essai', idempotencyKey: randomUUID() };
};
const tomorrow = () => new Date(Date.now() + 86_400_000).toISOString();
const aim = { experience: PROFILE, position: 'vendeuse' };
const letter = { action: 'lettre_motivation' };
const placed = async (user: SampleUser) => {
  const { holdId } = await user.did(placeHold);
  return { userId: user.userId, holdId, idempotencyKey: randomUUID() };
};

const written = async (user: SampleUser) => ({
  letterId: (await user.did(formatLetter)).letterId,
});

/** A request that each contract takes, made anew at each call. A contract without one fails the conformance suite. */
export const samples = new Map<Contract, (user: SampleUser) => Body | Promise<Body>>([
  [openAccount, () => ({})],
  [consumeEnergy, () => ({ action: 'verification_format', idempotencyKey: randomUUID() })],
  [placeHold, () => ({ ...letter, lifetimeMs: 60_000, idempotencyKey: randomUUID() })],
  [captureHold, placed],
  [releaseHold, async (user) => ({ ...(await placed(user)), reason: 'failed' })],
  [
    refundEnergy,
    async (user) => {
      const settled = await user.did(captureHold);
      return { entryId: settled.entryId, idempotencyKey: randomUUID() };
    },
  ],
  [grantEnergy, (user) => ({ ...asStaff(user), amount: 10 })],
  [correctEnergy, (user) => ({ ...asStaff(user), amount: 10 })],
  [startUnlimited, (user) => ({ ...asStaff(user), endsAt: tomorrow() })],
  [
    endUnlimited,
    async (user) => {
      await user.did(startUnlimited);
      return asStaff(user);
    },
  ],
  [freezeAccount, asStaff],
  [
    unfreezeAccount,
    async (user) => {
      await user.did(freezeAccount);
      return asStaff(user);
    },
  ],
  [listStaffActions, () => ({ limit: 5 })],
  [getReceipt, async (user) => ({ entryId: (await user.did(consumeEnergy)).entryId })],
  [checkEnergy, () => ({ action: 'conseil_rapide' })],
  [previewEnergy, () => ({ action: 'lettre_motivation' })],
  [getBalance, () => ({})],
  [getCatalogue, () => ({})],
  [listAccounts, () => ({ limit: 10 })],
  [listLedgerEntries, ({ userId: user }) => ({ user, limit: 5 })],
  [listHubEventLog, () => ({ limit: 5 })],
  [listLettersEventLog, () => ({ limit: 5 })],
  [listCvEventLog, () => ({ limit: 5 })],
  [listWebsiteEventLog, () => ({ limit: 5 })],
  [getLedger, () => ({})],
  [catchUpLedger, () => ({})],
  [verifyLetter, () => ({ text, idempotencyKey: randomUUID() })],
  [getAgreements, () => ({})],
  [agreeToProvider, () => ({ provider: 'google' })],
  [withdrawAgreement, () => ({ provider: 'google' })],
  [formatLetter, () => ({ text, idempotencyKey: randomUUID() })],
  [correctPassage, () => ({ text: 'Quoi ?', start: 0, end: 6, idempotencyKey: randomUUID() })],
  [analyseOffer, () => ({ offer: OFFER, idempotencyKey: randomUUID() })],
  [analyseTransition, () => ({ ...aim, idempotencyKey: randomUUID() })],
  [planApplication, () => ({ ...aim, offer: OFFER, idempotencyKey: randomUUID() })],
  [planRetraining, () => ({ ...aim, idempotencyKey: randomUUID() })],
  [writeLetter, () => ({ ...aim, offer: OFFER, idempotencyKey: randomUUID() })],
  [listLetters, () => ({ limit: 5 })],
  [getLetter, written],
  [exportLetter, written],
  [editLetter, async (user) => ({ ...(await written(user)), expectedVersion: 1, text })],
  [deleteLetter, written],
  [verifyCv, () => ({ text, idempotencyKey: randomUUID() })],
  [listEnergyHistory, () => ({ limit: 5 })],
  [getEnergyUsage, () => ({ window: '14d' })],
  [listEvents, () => ({ limit: 5 })],
  [listBalances, () => ({ limit: 5 })],
  [listServiceFigures, () => ({ minutes: 5 })],
  [getReadModels, () => ({})],
  ...replaySamples,
  ...statusContracts.map((contract) => [contract, () => ({})] as const),
  ...Object.values(installationOf).map((contract) => [contract, () => ({})] as const),
]);

/** A request that each contract takes, about what never happened: enough to learn who is let in. */
export async function sampleAboutNothing(contract: Contract): Promise<Body> {
  const ids = ['entryId', 'holdId', 'letterId'];
  const did = async () => Object.fromEntries(ids.map((id) => [id, randomUUID()]));
  return samples.get(contract)!({ userId: randomUUID(), did, ask: () => Promise.resolve({}) });
}

/** Those that speak of what happened before, so that nobody can ask them of an account that was never opened. */
export const afterwards = new Set<Contract>([
  ...[captureHold, releaseHold, refundEnergy],
  ...[endUnlimited, unfreezeAccount],
]);
