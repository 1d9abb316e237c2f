import { randomUUID } from 'node:crypto';
import { writeLetter, type PartOf, type ReplyOf } from '#libs/contracts';
import type { MessageClient } from '#libs/messaging';
import {
  OFFER,
  PROFILE,
} from '../../../services/letters/src/local-engine/letter/profile.sample.js';
import type { Account } from '../hub/hub-stack.js';
import { letterAnswer } from './provider-answers.js';

export type LetterPart = PartOf<typeof writeLetter>;
export type LetterStream = ReturnType<typeof askedLetter>;

export const letterBody = () => ({
  ...{ experience: PROFILE, offer: OFFER, position: 'vendeuse' },
  idempotencyKey: randomUUID(),
});

/** What a provider answers, cut in the midst of its second paragraph. */
const json = JSON.stringify(letterAnswer);
const cut = json.indexOf('Filature') + 20;
export const [begin, rest] = [json.slice(0, cut), json.slice(cut)];

export function askedLetter(
  client: MessageClient,
  { caller }: Account,
  body: ReturnType<typeof letterBody>,
  options: { from?: string | undefined; signal?: AbortSignal; timeoutMs?: number } = {},
) {
  return client.stream(writeLetter, body, caller, options);
}

/** All parts of a letter that are still to come, and its end. */
export async function wholeLetter(
  stream: LetterStream,
  reading: AsyncIterator<LetterPart> = stream[Symbol.asyncIterator](),
): Promise<{ parts: LetterPart[]; end: ReplyOf<typeof writeLetter> }> {
  const parts: LetterPart[] = [];
  for (;;) {
    const step = await reading.next();
    if (step.done) return { parts, end: await stream.end };
    parts.push(step.value);
  }
}

/** Reads on until the paragraph that is whole before the cut was told. */
export async function untilCut(reading: AsyncIterator<LetterPart>): Promise<LetterPart[]> {
  const parts: LetterPart[] = [];
  while (!textOf(parts).includes(letterAnswer.paragraphs[0]!)) {
    const step = await reading.next();
    if (step.done) throw new Error('It ended before it was cut.');
    parts.push(step.value);
  }
  return parts;
}

/** What a page shows after these parts. */
export function textOf(parts: readonly LetterPart[]): string {
  return parts.reduce((shown, part) => {
    if (part.kind === 'restart') return '';
    return part.kind === 'text' ? shown + part.text : shown;
  }, '');
}

/** What the parts are, each text as `text`. */
export function kindsOf(parts: readonly LetterPart[]): string[] {
  return parts.map((part) => (part.kind === 'progress' ? part.step : part.kind));
}
