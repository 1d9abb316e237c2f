import { randomUUID } from 'node:crypto';
import {
  AgreementGate,
  createDataSource,
  PipelinedSessions,
  type DataSource,
} from '#libs/persistence';
import { newTrace } from '#libs/telemetry';
import type { RefusalsOf, ReplyOf, consumeEnergy } from '#libs/contracts';
import { decideConsumeEnergy } from '../../../services/hub/src/energy/consume-energy.js';
import { builtInPrices } from '../../../services/hub/src/energy/price-list.js';
import { batchSteps, type BatchSteps } from '../../../services/hub/src/ledger/commit-batch.js';
import { DecisionLanes } from '../../../services/hub/src/ledger/decision-lanes.js';
import type { Submission } from '../../../services/hub/src/ledger/submission.js';
import type { HubStack } from './hub-stack.js';

interface Instances {
  readonly first: DecisionLanes;
  readonly second: DecisionLanes;
  readonly dataSource: DataSource;
}

/**
 * What decides in two hubs, without the hubs around it: a test says who decides what, and when. `steps` are those by
 * which they decide, the right ones unless a test hands in others.
 */
export async function withInstances<T>(
  hub: HubStack,
  steps: { readonly first?: BatchSteps; readonly second?: BatchSteps },
  work: (instances: Instances) => Promise<T>,
): Promise<T> {
  const url = hub.stack.environment('hub').DATABASE_URL!;
  const sessions = new PipelinedSessions({ service: 'hub', url });
  const dataSource = await createDataSource({ service: 'hub', url }).initialize();
  const lanes = (each = batchSteps) =>
    new DecisionLanes({ sessions, prices: builtInPrices, gate: new AgreementGate(), steps: each });
  const [first, second] = [lanes(steps.first), lanes(steps.second)];
  try {
    return await work({ first, second, dataSource });
  } finally {
    await Promise.all([first.stop(), second.stop(), dataSource.destroy()]);
  }
}

/** Five points that a user spends, under this key. */
export function spendFive(
  userId: string,
  idempotencyKey: string = randomUUID(),
): Submission<ReplyOf<typeof consumeEnergy>, RefusalsOf<typeof consumeEnergy>> {
  const key = { idempotencyKey, fingerprint: 'f'.repeat(64) };
  return {
    ...{ userId, key },
    cause: { actorId: userId, correlationId: 'c', causationId: 'm', traceparent: newTrace() },
    decide: (account, context) =>
      decideConsumeEnergy(account, { action: 'conseil_rapide', ...key }, context),
  };
}
