import { PhoenixError, type ErrorCode } from '#libs/contracts';
import { withSnakeKeys } from '../wire/key-case.js';
import { inWordsOfHttp } from './in-words-of-http.js';
import { retryAfterSeconds } from './retry-after.js';
import type { Sentence } from './sentence.js';
import { sentences } from './sentences.js';

/** What went wrong with one request, before it is written as RFC 9457. */
export interface Problem {
  readonly status: number;
  readonly code: string;
  readonly sentence: Sentence;
  /** Typed details, keys in snake case. */
  readonly details: object;
  readonly retryAfterSeconds?: number | undefined;
}

/** An error of the table, with its details as they are and its words; `keyed` when the request has a key (R13). */
export function problemOf(error: PhoenixError, keyed: boolean): Problem {
  const { code, status } = error;
  const details = inWordsOfHttp(error);
  const sentenceOf = sentences[code] as (
    details: PhoenixError['details'],
    keyed: boolean,
  ) => Sentence;
  return {
    status,
    code: code satisfies ErrorCode,
    sentence: sentenceOf(details, keyed),
    details: withSnakeKeys(details) as object,
    retryAfterSeconds: retryAfterSeconds(error),
  };
}

/** The members of `application/problem+json`. */
export function problemJson(problem: Problem, instance: string, correlationId: string): object {
  const { status, code, sentence, details } = problem;
  return {
    ...details,
    type: `urn:phoenix:problem:${code}`,
    title: sentence.title,
    status,
    detail: sentence.detail,
    detail_en: sentence.detailEn,
    next_step: sentence.nextStep,
    code,
    correlation_id: correlationId,
    instance,
  };
}
