import { APICallError } from 'ai';
import { z } from 'zod';
import { ModelFailure } from './model-failure.js';

/** What Google writes beside the status of a refusal; other providers write less. */
const errorBody = z.object({
  error: z.object({
    status: z.string().regex(/^[A-Z_]{3,40}$/),
    details: z.array(z.object({ retryDelay: z.string().optional() })).optional(),
  }),
});

/**
 * Names what the SDK threw. Its own error is dropped here: it holds the whole request, with what the user wrote, and
 * sentences of the provider that may quote it.
 */
export function failureOf(error: unknown): ModelFailure {
  if (error instanceof ModelFailure) return error;
  // No status: the connection was refused or cut, or what came was not of the protocol.
  if (!APICallError.isInstance(error) || error.statusCode === undefined) {
    return new ModelFailure({ reason: 'unreachable', code: kindOf(error) });
  }
  const { statusCode: status, responseBody = '', responseHeaders = {} } = error;
  const body = errorBody.safeParse(readJson(responseBody)).data?.error;
  const code = [status, body?.status].filter(Boolean).join(' ');
  if (status === 429) {
    const told = body?.details?.find(({ retryDelay }) => retryDelay)?.retryDelay;
    const retryAfterMs = milliseconds(told) ?? milliseconds(responseHeaders['retry-after']);
    return new ModelFailure({ reason: 'rate-limited', code, retryAfterMs });
  }
  if (status === 408 || status >= 500) return new ModelFailure({ reason: 'failing', code });
  // A 2xx that the SDK cannot read: cut off, or not of the protocol.
  if (status < 300) return new ModelFailure({ reason: 'unreachable', code });
  return new ModelFailure({ reason: 'refused', code });
}

/** What the system calls it, such as `ECONNREFUSED`, or else the kind of error. */
function kindOf(error: unknown): string | undefined {
  const { name, cause } = (error ?? {}) as { name?: unknown; cause?: { code?: unknown } };
  return [cause?.code, name].find(
    (word): word is string => typeof word === 'string' && /^\w{2,60}$/.test(word),
  );
}

/** Of `2.5s`, as Google writes it, or `3`, as HTTP does. */
function milliseconds(seconds: string | undefined): number | undefined {
  const [, number] = /^(\d{1,6}(?:\.\d+)?)s?$/.exec(seconds ?? '') ?? [];
  return number === undefined ? undefined : Math.ceil(Number(number) * 1_000);
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
