import type { AiFailureReason } from '#libs/contracts';
import {
  blocks,
  cutsOff,
  hangsUp,
  isBusy,
  redirects,
  refuses,
  says,
  type GeminiMove,
} from '#libs/testing';

/** What of the provider's own words nobody may repeat. */
export const providersWords = 'words of the provider, which nobody else repeats';

/** Each way in which a provider fails at once and for as long as it does so, and what is said of it. */
export const waysOfFailing: readonly (readonly [
  way: string,
  move: GeminiMove,
  reason: AiFailureReason,
])[] = [
  ['it refuses the key', refuses(403, 'PERMISSION_DENIED'), 'refused'],
  ['it refuses the request', refuses(400, 'INVALID_ARGUMENT'), 'refused'],
  ['it knows no such model', refuses(404, 'NOT_FOUND'), 'refused'],
  ['it is busy for an hour', isBusy(3_600), 'rate-limited'],
  ['it fails', refuses(500, 'INTERNAL'), 'failing'],
  ['it is away', refuses(503, 'UNAVAILABLE'), 'failing'],
  ['it hangs up', hangsUp, 'unreachable'],
  ['it cuts its answer off', cutsOff('{"subject": "Candi'), 'unreachable'],
  ['it leads elsewhere', redirects('http://127.0.0.1:9/v1beta'), 'unreachable'],
  ['it sends broken JSON', says('{"subject": "Candi'), 'wrong-answer'],
  ['it sends another shape', says('{"letter": 5}'), 'wrong-answer'],
  ['it blocks the text', blocks, 'blocked'],
  ['it stops for safety', says('{"subject"', 'SAFETY'), 'blocked'],
];
