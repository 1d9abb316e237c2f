import { useCallback, useEffect, useRef, useState } from 'react';
import type { Preview, Verification } from '../api/answers.js';
import { post } from '../api/ask.js';
import type { Problem } from '../api/problem.js';
import { forgetIntention, keepIntention, recallIntention } from './draft.js';
import { intend, type Intention } from './intention.js';
import { untilSettled } from './until-settled.js';

/** Where the person is on the way from a text to its findings. */
export type Step =
  | { readonly name: 'writing'; readonly problem?: Problem }
  | { readonly name: 'pricing' }
  | { readonly name: 'confirming'; readonly intention: Intention; readonly preview: Preview }
  | { readonly name: 'paying'; readonly text: string; readonly unsettled?: Problem }
  | { readonly name: 'checked'; readonly text: string; readonly verification: Verification };

const action = 'verification_format';

/** From price to confirmation to receipt. One intention is confirmed once and sent under one key until it is settled. */
export function useLetterCheck(userId: string, onSignedOut: () => void) {
  const [step, setStep] = useState<Step>({ name: 'writing' });
  const [priceChanged, setPriceChanged] = useState<Problem>();
  const underWay = useRef(false);

  const askPrice = useCallback(
    async (text: string) => {
      setStep({ name: 'pricing' });
      const answer = await post<Preview>('/api/luna/energy/preview', { action });
      if (answer.ok) {
        const intention = intend(userId, text, answer.value);
        return setStep({ name: 'confirming', intention, preview: answer.value });
      }
      if (answer.problem.status === 401) return onSignedOut();
      setStep({ name: 'writing', problem: answer.problem });
    },
    [userId, onSignedOut],
  );

  const pay = useCallback(
    async (intention: Intention) => {
      if (underWay.current) return;
      underWay.current = true;
      setPriceChanged(undefined);
      keepIntention(intention);
      const { text } = intention;
      setStep({ name: 'paying', text });
      const answer = await untilSettled(intention, (unsettled) =>
        setStep({ name: 'paying', text, unsettled }),
      );
      underWay.current = false;
      // Signed out meanwhile: it stays kept, and goes on with the same key after the next sign-in.
      if (!answer.ok && answer.problem.status === 401) return onSignedOut();
      forgetIntention();
      if (answer.ok) return setStep({ name: 'checked', text, verification: answer.value });
      if (answer.problem.code !== 'PRICE_CHANGED') {
        return setStep({ name: 'writing', problem: answer.problem });
      }
      setPriceChanged(answer.problem);
      await askPrice(text);
    },
    [askPrice, onSignedOut],
  );

  useEffect(() => {
    const left = recallIntention(userId);
    if (left) void pay(left);
  }, [userId, pay]);

  const backToWriting = useCallback(() => {
    setPriceChanged(undefined);
    setStep({ name: 'writing' });
  }, []);
  return { step, priceChanged, askPrice, pay, backToWriting };
}
