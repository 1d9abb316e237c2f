import { firstValueFrom, isObservable } from 'rxjs';
import { Refusal, type StreamedReply } from '#libs/contracts';
import { encodeError } from '../../wire/error-reply.js';
import { encodeJson } from '../../wire/json.js';
import type { Call } from '../call.js';
import { encodeReply } from '../encode-reply.js';
import type { EndpointRuntime, NestHandler } from '../endpoint-runtime.js';
import { failureReply } from '../failure-reply.js';
import type { Encoding } from './stream-run.js';

/** What the handler of a stream makes of a request, not yet begun. */
export async function partsOf(
  handler: NestHandler,
  request: unknown,
  call: Call,
): Promise<AsyncGenerator<unknown, unknown, void>> {
  const result = await handler(request, call);
  // Nest hands on what was thrown as an observable.
  const parts: unknown = isObservable(result) ? await firstValueFrom(result) : result;
  return parts as AsyncGenerator<unknown, unknown, void>;
}

/** How the parts and the end of a contract become bytes; outside production they are checked first. */
export function encodingOf(contract: StreamedReply, runtime: EndpointRuntime): Encoding {
  return {
    part: (part) => encodeJson(runtime.checkReplies ? contract.part.parse(part) : part),
    end: (answer) =>
      answer instanceof Refusal
        ? { code: answer.code, ...encodeError(answer) }
        : encodeReply(contract, answer, runtime.checkReplies),
    failure: (error) => failureReply(error, contract, runtime),
  };
}
