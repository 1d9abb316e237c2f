import { randomHex } from './random-hex.js';

const wellFormed = /^([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(-.*)?$/;
const noTrace = '0'.repeat(32);
const noSpan = '0'.repeat(16);

/** Starts a W3C trace: a `traceparent` with a new trace id and a new span id, sampled. */
export function newTrace(): string {
  return `00-${randomHex(16)}-${newSpanId()}-01`;
}

/** The next step of a trace: same trace id and flags, new span id; nothing or a malformed parent starts a new trace. */
export function childOf(traceparent: string | undefined): string {
  const parent = parse(traceparent);
  return parent ? `00-${parent.traceId}-${newSpanId()}-${parent.flags}` : newTrace();
}

/** The 32 hex digits that all steps of a trace have in common; undefined when the header is malformed. */
export function traceIdOf(traceparent: string | undefined): string | undefined {
  return parse(traceparent)?.traceId;
}

function parse(traceparent: string | undefined): { traceId: string; flags: string } | undefined {
  const [, version, traceId, spanId, flags, rest] = wellFormed.exec(traceparent ?? '') ?? [];
  if (!traceId || !flags || traceId === noTrace || spanId === noSpan) return undefined;
  // W3C: ff is never valid; version 00 ends here, later versions may go on.
  if (version === 'ff' || (version === '00' && rest !== undefined)) return undefined;
  return { traceId, flags };
}

function newSpanId(): string {
  return randomHex(8);
}
