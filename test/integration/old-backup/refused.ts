import type { Command } from '#libs/contracts';
import type { Caller } from '#libs/messaging';
import { eventually, type TestStack } from '#libs/testing';
import { BareClient, callerOf } from '../conformance/bare-client.js';

/** Asked again and again, each time once: the reason of the `UNAVAILABLE` as soon as it says what to do. Throws when taken. */
export async function reasonOfRefusal(
  { broker }: TestStack,
  contract: Command,
  body: object,
  { token }: Caller,
  caller = callerOf(contract),
): Promise<string> {
  const client = await BareClient.open(broker);
  try {
    const { reason } = await eventually(
      async () => {
        const headers: Record<string, string> = token ? { Authorization: `Bearer ${token}` } : {};
        const { code, body: said } = await client.ask(contract, body, headers, caller);
        if (code === undefined) throw new Error(`It was taken: ${JSON.stringify(said)}`);
        const details = said.details as { reason?: string };
        return { code, reason: details.reason ?? '' };
      },
      ({ code, reason: why }) =>
        code === 'UNAVAILABLE' && /ledger catch-up|catch up before/.test(why),
      30_000,
    );
    return reason;
  } finally {
    await client.close();
  }
}
