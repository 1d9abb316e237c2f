import { isUnknown } from '../../status/unknown.js';
import type { Check } from '../check.js';

/** Settings by which events could be dropped, deleted, or kept in memory only. */
const grave = /^(storage|retention|discard|max_age|max_msgs|deny_delete|deny_purge) /;

/** Whether the stream is kept as the code declares it, in the size that the projector was told (R21). */
export const streamSettings: Check = {
  name: 'stream-settings',
  look({ stream }) {
    // That it is missing, or cannot be asked, is said by the status.
    if (stream === null || isUnknown(stream)) return { findings: [], seen: '' };
    const findings = stream.drift.map((setting) => ({
      gravity: grave.test(setting) ? ('loses' as const) : ('drift' as const),
      wrong: `A setting of the event stream is not as declared: ${setting}.`,
      fix: 'docs/runbook.md says how, under “The event stream must be made anew”; where PHOENIX_STREAM_MAX_BYTES or PHOENIX_STREAM_REPLICAS was changed by mistake, put it back.',
    }));
    return { findings, seen: 'every setting of the stream is as declared' };
  },
};
