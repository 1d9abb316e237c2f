import { randomUUID } from 'node:crypto';
import type { Contract } from '#libs/contracts';
import type { TestStack } from '#libs/testing';
import type { BareClient } from './bare-client.js';
import { samples, type SampleUser } from './samples.js';

const onlyForStaff = (contract: Contract) => contract.by.every((rule) => rule === 'staff');

/** A user whose samples are asked in its own name, or as staff where only staff may. */
export async function newSampleUser(
  stack: TestStack,
  client: BareClient,
  staff: string,
): Promise<SampleUser & { as: (contract: Contract) => string }> {
  const userId = randomUUID();
  const token = await stack.identities.token(userId);
  const as = (contract: Contract) => (onlyForStaff(contract) ? staff : token);
  const headers = (contract: Contract) => ({ Authorization: `Bearer ${as(contract)}` });
  const user: SampleUser = {
    userId,
    did: async (contract) => user.ask(contract, await samples.get(contract)!(user)),
    ask: async (contract, body) => (await client.ask(contract, body, headers(contract))).body,
  };
  return { ...user, as };
}
