import type { DeadLetter } from './plan-batch.js';

/** An event that a shadow cannot take: it stops there, because a shadow takes all events or is of no use (R24). */
export class PoisonError extends Error {
  override readonly name = 'PoisonError';

  constructor({ item, explanation }: DeadLetter) {
    const what =
      'problem' in item
        ? `Sequence ${item.sequence}`
        : `${item.envelope.type} ${item.envelope.id} (sequence ${item.sequence}, user ${item.envelope.userId ?? 'nobody'})`;
    super(
      `${what} cannot be projected: ${explanation.replace(/\.$/, '')}. Mend the definition, abort this replay and start another.`,
    );
  }
}
