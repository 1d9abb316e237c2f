import type { Build } from '../builds/build.js';
import type { Fact, Unreadable } from './fact.js';
import { loadAll, loadStates } from './load-states.js';
import type { ModelSession } from './model-session.js';
import type { BatchPlan } from './plan-batch.js';
import { keyOf, subjectOf, type Subject, type SubjectState } from './subject.js';
import { readsFrom } from './understand.js';

/** How many subjects' states are kept in memory at most, some 150 bytes each. */
const most = 100_000;

/**
 * How far a build has come with its subjects, kept in memory: nobody but its one writer changes that (R22). It runs
 * ahead of the database by the plans that are being written, and is forgotten when one of them does not come true.
 */
export class KnownSubjects {
  private readonly states = new Map<string, SubjectState>();
  /** True while every subject of the build is known, so that one that is not is a new one. */
  private complete = false;

  constructor(
    private readonly session: ModelSession,
    private readonly build: Build,
  ) {}

  /** Learns all of them, when they are not too many. */
  async learn(): Promise<void> {
    const all = await loadAll(this.session, this.build, most);
    this.forget();
    this.complete = all !== null;
    for (const [key, state] of all ?? []) this.states.set(key, state);
  }

  get(key: string): SubjectState | undefined {
    return this.states.get(key);
  }

  set(key: string, state: SubjectState): void {
    // Whoever was met last is forgotten last.
    this.states.delete(key);
    this.states.set(key, state);
  }

  /** True when what these events need is known without asking Postgres. */
  covers(items: readonly (Fact | Unreadable)[]): boolean {
    return this.complete || this.strangers(items).size === 0;
  }

  /** Asks Postgres for the subjects of these events that are not known. Nothing may be under way in the session. */
  async meet(items: readonly (Fact | Unreadable)[]): Promise<void> {
    if (this.complete) return;
    const strangers = [...this.strangers(items).values()];
    const found = await loadStates(this.session, this.build, strangers);
    for (const [key, state] of found) this.states.set(key, state);
  }

  /** Takes the outcome of a plan for granted. */
  expect({ subjects }: BatchPlan): void {
    for (const [key, { version, parked }] of subjects) this.set(key, { version, parked });
  }

  /** Forgets those that were met longest ago where they are too many; never those of a plan under way. */
  trim(): void {
    if (this.states.size <= most) return;
    this.complete = false;
    for (const key of this.states.keys()) {
      if (this.states.size <= most / 2) return;
      this.states.delete(key);
    }
  }

  forget(): void {
    this.states.clear();
    this.complete = false;
  }

  private strangers(items: readonly (Fact | Unreadable)[]): Map<string, Subject> {
    const strangers = new Map<string, Subject>();
    for (const item of items) {
      if ('problem' in item || !readsFrom(this.build.definition, item.envelope.source)) continue;
      const subject = subjectOf(item.envelope);
      const key = keyOf(subject);
      if (!this.states.has(key)) strangers.set(key, subject);
    }
    return strangers;
  }
}
