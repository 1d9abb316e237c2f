import type { Fact, Unreadable } from '../engine/fact.js';

/** Hands each event on once, each (source, user) in the order of its versions, as R2 promises it to readers. */
export class OnceInOrder {
  private readonly reached = new Map<string, number>();
  private readonly early = new Map<string, Map<number, Fact>>();

  /** The events whose turn has come with this one. */
  *take(item: Fact | Unreadable): Iterable<Fact> {
    if ('problem' in item) return;
    const { source, userId, subjectVersion } = item.envelope;
    const key = `${source} ${userId}`;
    const reached = this.reached.get(key) ?? 0;
    if (subjectVersion <= reached) return;
    const waiting = this.early.get(key) ?? new Map<number, Fact>();
    if (!waiting.has(subjectVersion)) waiting.set(subjectVersion, item);
    let next = reached + 1;
    for (let fact = waiting.get(next); fact; fact = waiting.get(++next)) {
      waiting.delete(next);
      yield fact;
    }
    this.reached.set(key, next - 1);
    if (waiting.size > 0) this.early.set(key, waiting);
    else this.early.delete(key);
  }
}
