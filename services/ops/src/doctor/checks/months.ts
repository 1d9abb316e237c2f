import { isUnknown } from '../../status/unknown.js';
import type { Check } from '../check.js';

const onItsWayMs = 3_600_000;

/** Whether the event store has a part for the month after that of the last event. */
export const months: Check = {
  name: 'months',
  asksServices: true,
  look({ installed, stream }) {
    const until = installed.find(({ monthsUntil }) => monthsUntil)?.monthsUntil;
    if (!until || stream === null || isUnknown(stream) || !stream.lastAt)
      return { findings: [], seen: 'the event store has no event yet' };
    const last = new Date(Date.parse(stream.lastAt) - onItsWayMs);
    const wanted = Date.UTC(last.getUTCFullYear(), last.getUTCMonth() + 2);
    const day = until.slice(0, 10);
    if (Date.parse(until) >= wanted)
      return { findings: [], seen: `the event store has parts until ${day}` };
    return {
      findings: [
        {
          gravity: 'drift',
          wrong: `The event store has parts until ${day} only; the next month is made ahead, and is not there.`,
          fix: 'Restart the projector: it makes the months that it needs with the next event; `npm run phoenix -- status` tells whether the event store goes on.',
        },
      ],
      seen: '',
    };
  },
};
