import type { EventEnvelope } from '#libs/contracts';
import type { Changes, ReadModel, Row } from '../read-models/read-model.js';
import type { Fact, Unreadable } from './fact.js';
import { keyOf, unseen, type Subject, type SubjectState } from './subject.js';
import { readsFrom, understand } from './understand.js';

/** `ignored`: nothing in it for this model. `parked`: kept as a dead letter. */
export type Outcome = 'applied' | 'duplicate' | 'ignored' | 'parked';

/** An event that a model could not take, or not yet, with the reason (R24). */
export interface DeadLetter {
  readonly item: Fact | Unreadable;
  /** `GAP`, `QUEUED`: an earlier version is missing, or parked. `POISON`: `project` cannot take it. */
  readonly reason: 'GAP' | 'QUEUED' | 'POISON' | 'UNREADABLE';
  readonly explanation: string;
}

/** How far the model has come before the batch, by `keyOf`. */
export type States = Pick<ReadonlyMap<string, SubjectState>, 'get'>;

/** What a batch changes in one model, to be written in one transaction. */
export class BatchPlan {
  readonly rows = new Map<string, Row[]>();
  readonly subjects = new Map<string, Subject & SubjectState>();
  readonly letters = new Map<string, DeadLetter>();
  readonly outcomes: Outcome[] = [];
  /** Subjects whose hole an event of this batch has filled. */
  readonly filled = new Set<string>();

  constructor(private readonly known: States) {}

  /** Subjects that wait behind a hole and have come further: what they wait for may be there. */
  get advancedGaps(): (Subject & SubjectState)[] {
    const all = [...this.subjects].filter(([key, { parked, version }]) => {
      return parked === 'GAP' && version > (this.known.get(key) ?? unseen).version;
    });
    return all.map(([, subject]) => subject);
  }

  /** By `keyOf`. */
  stateOf(key: string): SubjectState {
    return this.subjects.get(key) ?? this.known.get(key) ?? unseen;
  }

  /** Whether an event is the next of its subject, was taken before, or has come too early (R2). */
  turnOf(envelope: EventEnvelope, key = keyOf(envelope)): 'next' | 'past' | 'early' {
    const { version } = this.stateOf(key);
    if (envelope.subjectVersion <= version) return 'past';
    return envelope.subjectVersion > version + 1 ? 'early' : 'next';
  }

  reach(key: string, { source, userId }: Subject, { version, parked }: SubjectState): void {
    this.subjects.set(key, { source, userId, version, parked });
  }

  add(changes: Changes): void {
    for (const [table, rows] of Object.entries(changes)) {
      const all = this.rows.get(table) ?? [];
      this.rows.set(table, all);
      all.push(...(rows ?? []));
    }
  }
}

/**
 * Decides on each event in turn (R2): exactly the next version of its subject is projected, a lower one is a
 * duplicate, a higher one waits. With `rejected` nothing is projected: Postgres did not take the rows, for that reason.
 */
export function planBatch(
  model: ReadModel,
  items: readonly (Fact | Unreadable)[],
  known: States,
  rejected?: string,
): BatchPlan {
  const plan = new BatchPlan(known);
  for (const item of items) plan.outcomes.push(take(plan, model, item, rejected));
  return plan;
}

function take(
  plan: BatchPlan,
  model: ReadModel,
  item: Fact | Unreadable,
  rejected: string | undefined,
): Outcome {
  if ('problem' in item) {
    plan.letters.set(`#${item.sequence}`, letter(item, 'UNREADABLE', item.problem));
    return 'parked';
  }
  const { envelope } = item;
  if (!readsFrom(model, envelope.source)) return 'ignored';
  const key = keyOf(envelope);
  const state = plan.stateOf(key);
  const turn = plan.turnOf(envelope, key);
  if (turn === 'past') return 'duplicate';
  if (turn === 'early') return wait(plan, item, key, state);
  // What waited behind the hole comes first, wherever batches end: the same event may stand there, from an earlier place.
  if (plan.filled.has(key)) return park(plan, letter(item, 'GAP', behindOthers), key, state);
  // The next version is parked as poison, so this is the same event once more.
  if (state.parked === 'POISON') return 'duplicate';
  return apply({ plan, model, fact: item, key, state, rejected });
}

const behindOthers = 'what came before it and waited is taken first';

function wait(
  plan: BatchPlan,
  fact: Fact,
  key: string,
  { version, parked }: SubjectState,
): Outcome {
  const [reason, why] =
    parked === 'POISON'
      ? (['QUEUED', `version ${version + 1} is parked`] as const)
      : (['GAP', `version ${version + 1} has not arrived`] as const);
  return park(plan, letter(fact, reason, why), key, { version, parked: parked ?? 'GAP' });
}

function apply({
  plan,
  model,
  fact,
  key,
  state,
  rejected,
}: {
  plan: BatchPlan;
  model: ReadModel;
  fact: Fact;
  key: string;
  state: SubjectState;
  rejected: string | undefined;
}): Outcome {
  const { envelope } = fact;
  const { version, parked } = state;
  try {
    if (rejected !== undefined) throw new Error(rejected);
    const event = understand(model, fact);
    if (event) plan.add(model.project(event));
    plan.reach(key, envelope, { version: envelope.subjectVersion, parked });
    if (parked === 'GAP') plan.filled.add(key);
    return event ? 'applied' : 'ignored';
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return park(plan, letter(fact, 'POISON', why), key, { version, parked: 'POISON' });
  }
}

function park(
  plan: BatchPlan,
  one: DeadLetter & { item: Fact },
  key: string,
  state: SubjectState,
): Outcome {
  const { envelope } = one.item;
  const letterKey = `${key}/${envelope.subjectVersion}`;
  if (plan.letters.has(letterKey)) return 'duplicate';
  plan.letters.set(letterKey, one);
  plan.reach(key, envelope, state);
  return 'parked';
}

function letter<I extends Fact | Unreadable>(
  item: I,
  reason: DeadLetter['reason'],
  explanation: string,
): DeadLetter & { item: I } {
  // Postgres' text has no U+0000.
  return { item, reason, explanation: explanation.replaceAll('\0', '\uFFFD') };
}
