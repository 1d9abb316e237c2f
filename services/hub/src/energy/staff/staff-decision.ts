import type { ReasonCode, RefusalCode, StaffCommand } from '#libs/contracts';
import type { Call } from '#libs/messaging';
import {
  accept,
  type Accepted,
  type Decision,
  type DecisionContext,
  type Keyed,
} from '../decision.js';
import type { EnergyAccount } from '../energy-account.js';
import type { EnergyLedger } from '../energy-ledger.js';
import type { AccountEvent } from '../event-of-account.js';
import { keyedSubmission } from '../keyed-submission.js';

/** What every staff command says (R29). */
export interface StaffRequest extends Keyed {
  readonly onBehalfOf: string;
  readonly reasonCode: ReasonCode;
  readonly reason: string;
}

/** Accepts one event that staff brought about, with the line of the audit list that holds the words (R3). */
export function acceptFromStaff<Reply>(
  account: EnergyAccount,
  event: AccountEvent,
  audit: { command: StaffCommand; request: StaffRequest; entryId?: string },
  reply: (after: EnergyAccount) => Reply,
): Accepted<Reply> {
  const { command, request, entryId = null } = audit;
  const { reasonCode, reason } = request;
  return {
    ...accept(account, [event], reply),
    staffAction: { command, reasonCode, reason, entryId },
  };
}

type Decide<Request, Reply, Code extends RefusalCode> = (
  account: EnergyAccount,
  request: Request & Keyed,
  context: DecisionContext,
) => Decision<Reply, Code>;

/** Submits a staff command on the account that it names. */
export function submitFromStaff<
  Request extends Omit<StaffRequest, 'fingerprint'>,
  Reply,
  Code extends RefusalCode,
>(ledger: EnergyLedger, request: Request, call: Call, decide: Decide<Request, Reply, Code>) {
  const submission = keyedSubmission(call, request.onBehalfOf, request);
  return ledger.submit({
    ...submission,
    decide: (account, context) => decide(account, { ...request, ...submission.key }, context),
  });
}
