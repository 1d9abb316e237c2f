import { z } from 'zod';
import { defineStream, house, idempotencyKey, type CallerRule } from '#libs/contracts';

const request = z.object({ script: z.string() });
const keyed = z.object({ script: z.string(), idempotencyKey });
const part = z.object({ text: z.string() });
const reply = z.object({ words: z.int() });
const by: CallerRule[] = ['user', 'service:hub'];

/** Streams of a service that only tests have: it does what a test's script says. */
export const tellStory = defineStream({
  subject: 'phoenix.stream.letters.tell',
  by,
  request: keyed,
  part,
  reply,
  refusals: ['TEXT_WITHOUT_WORDS', 'IDEMPOTENCY_KEY_REUSED'],
});

/** Whoever does not ask for a second is gone. */
export const tellHastily = defineStream({
  ...{ subject: 'phoenix.stream.letters.tell-hastily', by, request, part, reply, refusals: [] },
  heartbeatMs: 1_000,
  graceMs: 1_000,
});

/** Says twenty times a second that it is there, and waits long for whoever does not. */
export const tellLively = defineStream({
  ...{ subject: 'phoenix.stream.letters.tell-lively', by, request, part, reply, refusals: [] },
  heartbeatMs: 50,
  graceMs: 120_000,
});

/** Is soon known to be gone. */
export const tellSteadily = defineStream({
  subject: 'phoenix.stream.letters.tell-steadily',
  ...{ by, request: keyed, part, reply, refusals: [] },
  heartbeatMs: 1_000,
  graceMs: 120_000,
});

/** Says it so seldom, and waits so long, that only what is lost shows. */
export const tellCalmly = defineStream({
  ...{ subject: 'phoenix.stream.letters.tell-calmly', by, request, part, reply, refusals: [] },
  heartbeatMs: 20_000,
  graceMs: 120_000,
});

export const stories = [tellStory, tellHastily, tellLively, tellSteadily, tellCalmly];

/** Letters handles the stories and nothing else; the website, cv and the hub ask for them. In this test file alone. */
export function plantStories(): void {
  Object.assign(house.letters, { handles: stories, calls: [], emits: [] });
  for (const caller of [house.website, house.cv, house.hub])
    Object.assign(caller, { calls: [...caller.calls, ...stories] });
}
