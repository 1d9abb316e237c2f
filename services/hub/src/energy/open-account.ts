import { Controller } from '@nestjs/common';
import {
  accountOpened,
  energyGranted,
  openAccount,
  welcomePoints,
  type ReplyOf,
} from '#libs/contracts';
import { Handles, type Call } from '#libs/messaging';
import { accept, type Decision, type DecisionContext } from './decision.js';
import { availableOf, type EnergyAccount } from './energy-account.js';
import { EnergyLedger } from './energy-ledger.js';
import { happened } from './event-of-account.js';

type Reply = ReplyOf<typeof openAccount>;

/** Opens an account with its welcome grant; one that is open stays as it is. */
export function decideOpenAccount(
  account: EnergyAccount,
  { now, newId, catalogue }: DecisionContext,
): Decision<Reply, never> {
  const told = (opened: boolean) => (after: EnergyAccount) => replyOf(after, opened);
  if (account.version > 0) return accept(account, [], told(false));
  const welcome = {
    entryId: newId(),
    grantId: newId(),
    source: 'welcome' as const,
    amount: welcomePoints,
    expiresAt: null,
    balance: welcomePoints,
    held: 0,
  };
  const events = [
    happened(accountOpened, { catalogueVersion: catalogue.version }, now),
    happened(energyGranted, welcome, now),
  ];
  return accept(account, events, told(true));
}

function replyOf(account: EnergyAccount, opened: boolean): Reply {
  const { userId, balance, version } = account;
  return { userId, opened, balance, available: availableOf(account), version };
}

@Controller()
export class OpenAccountHandler {
  constructor(private readonly ledger: EnergyLedger) {}

  @Handles(openAccount)
  handle(_request: object, call: Call) {
    return this.ledger.submit({
      userId: call.userId,
      cause: call.cause(),
      decide: decideOpenAccount,
    });
  }
}
