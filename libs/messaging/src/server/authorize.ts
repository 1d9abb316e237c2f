import { PhoenixError, type Contract } from '#libs/contracts';
import type { Identity } from '../identity/identity.js';
import type { TokenVerifier } from '../identity/token-verifier.js';

/**
 * The one place where `by:` is enforced: who the token speaks for, when the contract lets that caller in.
 * A token that is sent is always verified, also where none is needed.
 */
export async function authorize(
  contract: Contract,
  callerName: string,
  token: string | undefined,
  verifier: TokenVerifier,
): Promise<Identity | null> {
  const byService = contract.by.some(
    (rule) => rule === 'anyone' || rule === `service:${callerName}`,
  );
  if (byService && !token) return null;
  const byUser = contract.by.some(
    (rule) => rule === 'user' || rule === `user-through:${callerName}`,
  );
  if (!token && !byUser && !contract.by.includes('staff')) throw forbidden(contract);
  const identity = await verifier.verify(token);
  if (byService || byUser) return identity;
  if (identity.staff && contract.by.includes('staff')) return identity;
  throw forbidden(contract);
}

function forbidden({ by }: Contract): PhoenixError<'FORBIDDEN'> {
  return new PhoenixError('FORBIDDEN', 'This caller may not ask for this.', { allowed: [...by] });
}
