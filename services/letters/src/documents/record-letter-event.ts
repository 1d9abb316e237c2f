import type { DataOf, letterDeleted, letterEdited } from '#libs/contracts';
import type { Call } from '#libs/messaging';
import { nextSubjectVersion, recordEvents, type EntityManager } from '#libs/persistence';

type Told = typeof letterEdited | typeof letterDeleted;

/** Tells of a change that cost nothing, in its transaction. */
export async function recordLetterEvent<E extends Told>(
  tx: EntityManager,
  call: Call,
  contract: E,
  data: DataOf<E>,
): Promise<void> {
  const { userId } = call;
  const subjectVersion = await nextSubjectVersion(tx, userId);
  await recordEvents(tx, {
    source: 'letters',
    cause: call.cause(),
    occurredAt: new Date(),
    events: [{ contract, userId, data, subjectVersion }],
  });
}
