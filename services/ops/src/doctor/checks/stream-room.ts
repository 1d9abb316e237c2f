import { isUnknown } from '../../status/unknown.js';
import type { Check, Finding } from '../check.js';
import { percent, size } from '../in-words.js';

const nearlyFull = 0.8;
const fewDays = 14;

/** How much room is left in the stream and in the storage of NATS, and for how many days at the growth of the last one. */
export const streamRoom: Check = {
  name: 'stream-room',
  look({ stream, brokers }) {
    if (stream === null || isUnknown(stream)) return { findings: [], seen: '' };
    const findings: Finding[] = [];
    const { bytes, maxBytes, events, eventsOfOneDay } = stream;
    const bytesOfOneDay = events === 0 ? 0 : (bytes / events) * eventsOfOneDay;
    const days = bytesOfOneDay === 0 ? Infinity : Math.floor((maxBytes - bytes) / bytesOfOneDay);
    if (bytes >= nearlyFull * maxBytes || days < fewDays) {
      findings.push({
        gravity: 'stops',
        wrong: `The event stream has ${size(bytes)} of ${size(maxBytes)} (${percent(bytes, maxBytes)})${days < Infinity ? `, and at the growth of the last day is full in ${inDays(days)}` : ''}: then no event is published, and outboxes grow.`,
        fix: 'Start the projector with a larger PHOENIX_STREAM_MAX_BYTES and make the stream anew as docs/runbook.md says under “The event stream must be made anew”.',
      });
    }
    for (const { name, storage } of isUnknown(brokers) ? [] : brokers) {
      if (!storage || storage.limitBytes === 0) continue;
      const { usedBytes, limitBytes } = storage;
      if (usedBytes < nearlyFull * limitBytes) continue;
      findings.push({
        gravity: 'stops',
        wrong: `nats-server ${name} has used ${size(usedBytes)} of the ${size(limitBytes)} that it may (${percent(usedBytes, limitBytes)}).`,
        fix: 'Make room on its disk or raise `max_file_store` in its configuration, and restart it.',
      });
    }
    const growth = days < Infinity ? `, for ${inDays(days)} at the growth of the last day` : '';
    return { findings, seen: `the stream has ${size(bytes)} of ${size(maxBytes)}${growth}` };
  },
};

function inDays(days: number): string {
  if (days > 3_650) return 'more than ten years';
  return days === 1 ? '1 day' : `${days} days`;
}
