import { randomUUID } from 'node:crypto';
import {
  checkEnergy,
  consumeEnergy,
  getBalance,
  getCatalogue,
  getReadModels,
  listAccounts,
  listBalances,
  listEnergyHistory,
  listEvents,
  openAccount,
  previewEnergy,
  verifyCv,
  verifyLetter,
  type Contract,
} from '#libs/contracts';

type Body = Record<string, unknown>;

const text = 'Madame, Monsieur,\n\nJ’aime l’idée de travailler chez vous.\n\nCamille Roux';

/** A request that each contract takes, made anew at each call. A contract without one fails the conformance suite. */
export const samples = new Map<Contract, () => Body>([
  [openAccount, () => ({})],
  [consumeEnergy, () => ({ action: 'verification_format', idempotencyKey: randomUUID() })],
  [checkEnergy, () => ({ action: 'conseil_rapide' })],
  [previewEnergy, () => ({ action: 'lettre_motivation' })],
  [getBalance, () => ({})],
  [getCatalogue, () => ({})],
  [listAccounts, () => ({ limit: 10 })],
  [verifyLetter, () => ({ text, idempotencyKey: randomUUID() })],
  [verifyCv, () => ({ text, idempotencyKey: randomUUID() })],
  [listEnergyHistory, () => ({ limit: 5 })],
  [listEvents, () => ({ limit: 5 })],
  [listBalances, () => ({ limit: 5 })],
  [getReadModels, () => ({})],
]);
