import type { Msg } from '@nats-io/transport-node';
import type { Contract } from '#libs/contracts';
import type { Identity } from '../identity/identity.js';
import type { TokenVerifier } from '../identity/token-verifier.js';
import { invalidMessage } from '../wire/invalid-message.js';
import { authorize } from './authorize.js';
import { readBody, type RequestHeaders } from './read-request.js';

export interface Admitted {
  readonly identity: Identity | null;
  /** As it was sent. */
  readonly body: Record<string, unknown>;
  /** As the contract reads it. */
  readonly request: Record<string, unknown>;
}

/** What a message asks and who asks it, when its contract lets them; throws the refusal otherwise. */
export async function admit(
  contract: Contract,
  message: Msg,
  facts: RequestHeaders,
  verifier: TokenVerifier,
): Promise<Admitted> {
  const body = readBody(contract, message, facts);
  const identity = await authorize(contract, facts.callerName, facts.token, verifier);
  const parsed = contract.request.safeParse(body);
  if (!parsed.success) throw invalidMessage(contract, body, parsed.error);
  return { identity, body, request: parsed.data };
}
