import { Waiting } from './waiting.js';

/** Gives one part away; resolves once there is room for another, at once when nobody wants them any more. */
export type GivePart<Part> = (part: Part) => Promise<void>;

/**
 * The parts that some work gives from within, such as work under a hold, and then what it answers: for a handler of a
 * stream, where the work itself cannot be its generator. When its reader goes away, it waits until the work has ended.
 */
export async function* partsFrom<Part, End>(
  work: (give: GivePart<Part>) => Promise<End>,
): AsyncGenerator<Part, End, void> {
  const given: { readonly part: Part; readonly taken: () => void }[] = [];
  const waiting = new Waiting();
  let [ended, unwanted] = [false, false];
  const give: GivePart<Part> = (part) =>
    unwanted
      ? Promise.resolve()
      : new Promise((taken) => {
          given.push({ part, taken });
          waiting.changed();
        });
  const end = work(give).finally(() => {
    ended = true;
    waiting.changed();
  });
  end.catch(() => undefined);
  try {
    for (;;) {
      await waiting.until(() => given.length > 0 || ended);
      const next = given.shift();
      if (!next) return await end;
      next.taken();
      yield next.part;
    }
  } finally {
    unwanted = true;
    for (const { taken } of given) taken();
    await end.catch(() => undefined);
  }
}
