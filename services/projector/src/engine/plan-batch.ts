import type { EventEnvelope } from '#libs/contracts';
import type { Changes, ReadModel, Row } from '../read-models/read-model.js';
import type { Fact, Unreadable } from './fact.js';
import { keyOf, subjectOf, unseen, type Subject, type SubjectState } from './subject.js';
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

  constructor(private readonly known: States) {}

  /** Subjects that wait behind a hole and have come further: what they wait for may be there. */
  get advancedGaps(): (Subject & SubjectState)[] {
    const all = [...this.subjects].filter(([key, { parked, version }]) => {
      return parked === 'GAP' && version > (this.known.get(key) ?? unseen).version;
    });
    return all.map(([, subject]) => subject);
  }

  stateOf(subject: Subject): SubjectState {
    const key = keyOf(subject);
    return this.subjects.get(key) ?? this.known.get(key) ?? unseen;
  }

  /** Whether an event is the next of its subject, was taken before, or has come too early (R2). */
  turnOf(envelope: EventEnvelope): 'next' | 'past' | 'early' {
    const { version } = this.stateOf(subjectOf(envelope));
    if (envelope.subjectVersion <= version) return 'past';
    return envelope.subjectVersion > version + 1 ? 'early' : 'next';
  }

  reach(subject: Subject, state: SubjectState): void {
    this.subjects.set(keyOf(subject), { ...subject, ...state });
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
  const turn = plan.turnOf(envelope);
  if (turn === 'past') return 'duplicate';
  if (turn === 'early') return wait(plan, item);
  // The next version is parked as poison, so this is the same event once more.
  if (plan.stateOf(subjectOf(envelope)).parked === 'POISON') return 'duplicate';
  return apply(plan, model, item, rejected);
}

function wait(plan: BatchPlan, fact: Fact): Outcome {
  const subject = subjectOf(fact.envelope);
  const { version, parked } = plan.stateOf(subject);
  const [reason, why] =
    parked === 'POISON'
      ? (['QUEUED', `version ${version + 1} is parked`] as const)
      : (['GAP', `version ${version + 1} has not arrived`] as const);
  return park(plan, letter(fact, reason, why), parked ?? 'GAP');
}

function apply(plan: BatchPlan, model: ReadModel, fact: Fact, rejected?: string): Outcome {
  const subject = subjectOf(fact.envelope);
  const { parked } = plan.stateOf(subject);
  try {
    if (rejected !== undefined) throw new Error(rejected);
    const event = understand(model, fact);
    if (event) plan.add(model.project(event));
    plan.reach(subject, { version: fact.envelope.subjectVersion, parked });
    return event ? 'applied' : 'ignored';
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return park(plan, letter(fact, 'POISON', why), 'POISON');
  }
}

function park(
  plan: BatchPlan,
  one: DeadLetter & { item: Fact },
  parked: 'GAP' | 'POISON',
): Outcome {
  const { envelope } = one.item;
  const subject = subjectOf(envelope);
  const key = `${keyOf(subject)}/${envelope.subjectVersion}`;
  if (plan.letters.has(key)) return 'duplicate';
  plan.letters.set(key, one);
  plan.reach(subject, { version: plan.stateOf(subject).version, parked });
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
