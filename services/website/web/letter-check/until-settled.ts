import type { Verification } from '../api/answers.js';
import { post, type Answer } from '../api/ask.js';
import { isUnsettled, type Problem } from '../api/problem.js';
import type { Intention } from './intention.js';

const firstPauseMs = 1_000;
const longestPauseMs = 10_000;

/**
 * Sends a confirmed check, and again with the same key as long as nobody knows how it went: it is done and paid
 * once, or it is refused; it never "failed".
 */
export async function untilSettled(
  { key, text, expectedCost }: Intention,
  onUnsettled: (problem: Problem) => void,
): Promise<Answer<Verification>> {
  const body = { text, expected_cost: expectedCost };
  for (let pauseMs = firstPauseMs; ; pauseMs = Math.min(pauseMs * 2, longestPauseMs)) {
    const answer = await post<Verification>('/api/letters/verify', body, key);
    if (answer.ok || !isUnsettled(answer.problem)) return answer;
    onUnsettled(answer.problem);
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
}
