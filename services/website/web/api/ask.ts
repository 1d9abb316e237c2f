import { noAnswer, type Problem } from './problem.js';

export type Answer<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Problem };

/** Longer than the edge takes for any answer. */
const patienceMs = 15_000;

export function get<T>(path: string): Promise<Answer<T>> {
  return send<T>(path, {});
}

/** Sends JSON; with a key, the same key and body is done once however often it is sent. */
export function post<T>(path: string, body: object, key?: string): Promise<Answer<T>> {
  return send<T>(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(key && { 'idempotency-key': key }) },
    body: JSON.stringify(body),
  });
}

async function send<T>(path: string, options: RequestInit): Promise<Answer<T>> {
  try {
    const response = await fetch(path, { ...options, signal: AbortSignal.timeout(patienceMs) });
    const text = await response.text();
    const value: unknown = text ? JSON.parse(text) : undefined;
    return response.ok ? { ok: true, value: value as T } : { ok: false, problem: value as Problem };
  } catch {
    return { ok: false, problem: noAnswer };
  }
}
