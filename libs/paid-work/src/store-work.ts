import { sourceOf, type EventContract } from '#libs/contracts';
import {
  nextSubjectVersion,
  recordEvents,
  transaction,
  type DataSource,
  type EntityManager,
  type StoringService,
} from '#libs/persistence';
import type { HeldRequest, Hold, Stored } from './held-request.js';

/** Document, event, and what `mark` keeps of them in the row, in one transaction (R33); answers what `mark` does. */
export function storeWork<Work, Reply, E extends EventContract, Marked>(
  dataSource: DataSource,
  { call, event, store }: HeldRequest<Work, Reply, E>,
  { done, hold }: { readonly done: Work; readonly hold: Hold },
  mark: (tx: EntityManager, stored: Stored<Reply, E>) => Promise<Marked>,
): Promise<Marked> {
  const { userId } = call;
  return transaction(dataSource, async (tx) => {
    const stored = await store(tx, done, hold);
    const subjectVersion = await nextSubjectVersion(tx, userId);
    await recordEvents(tx, {
      source: sourceOf(event) as StoringService,
      cause: call.cause(),
      occurredAt: new Date(),
      events: [{ contract: event, userId, data: stored.data, subjectVersion }],
    });
    return mark(tx, stored);
  });
}
