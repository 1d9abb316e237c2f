import type { PhoenixError } from '#libs/contracts';
import type { Log } from '#libs/telemetry';
import type { RecentHops } from '../hops/recent-hops.js';
import type { TokenVerifier } from '../identity/token-verifier.js';
import type { Call } from './call.js';

export type NestHandler = (request: unknown, call: Call) => unknown;

export interface EndpointRuntime {
  readonly verifier: TokenVerifier;
  readonly log: Log;
  readonly recent: RecentHops;
  /** Checks our own replies too; on outside production. */
  readonly checkReplies: boolean;
  /** Names errors of what the service stands on, such as its database; undefined for those that it does not know. */
  readonly translate?: ((error: unknown) => PhoenixError | undefined) | undefined;
}
