import { PhoenixError, openAccount } from '#libs/contracts';
import { newCaller } from '#libs/messaging';
import { withHouse } from '../house/with-house.js';
import type { Ops, Well } from '../ops.js';
import { OpsError } from '../ops-error.js';
import { signerOf } from './signer.js';

const openWithinMs = 3_000;

export interface TokenOptions {
  readonly user: string;
  readonly staff: boolean;
  readonly hours: number;
  /** Whether the account is opened, too. */
  readonly account: boolean;
}

/** Prints an access token, in development and test only (R31), and opens the account that it speaks for. */
export async function token(ops: Ops, options: TokenOptions): Promise<Well> {
  const { user, staff, hours } = options;
  const signer = await signerOf(ops);
  const lifetimeSeconds = Math.round(hours * 3600);
  const signed = await signer.sign({ userId: user, staff }, lifetimeSeconds);
  if (options.account) ops.terminal.say(await open(ops, signed));
  if (ops.json) ops.terminal.printJson({ token: signed, userId: user, staff, lifetimeSeconds });
  else ops.terminal.print(signed);
  return true;
}

/** Opens the account; the sentence says what became of it. The token is good in either case. */
async function open(ops: Ops, signed: string): Promise<string> {
  try {
    const { opened, balance } = await withHouse(ops, ({ client }) =>
      client.request(openAccount, {}, newCaller(signed), { timeoutMs: openWithinMs }),
    );
    return opened
      ? `The account was opened with ${balance} points.`
      : `The account is open and has ${balance} points.`;
  } catch (error) {
    if (!(error instanceof OpsError) && !(error instanceof PhoenixError)) throw error;
    return `The account was not opened: ${error.message} The token is valid all the same; this command again opens the account.`;
  }
}
