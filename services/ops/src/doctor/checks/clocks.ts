import type { Check } from '../check.js';

const mostMs = 2_000;

/** Whether all clocks agree within two seconds: deadlines, tokens and holds are compared across machines. */
export const clocks: Check = {
  name: 'clocks',
  look({ clocks: read }) {
    const findings = read
      .filter(({ aheadMs }) => Math.abs(aheadMs) > mostMs)
      .map(({ whose, aheadMs }) => ({
        gravity: 'stops' as const,
        wrong: `The clock of ${whose} is ${(Math.abs(aheadMs) / 1_000).toFixed(1)} s ${aheadMs > 0 ? 'ahead of' : 'behind'} the clock here: tokens, deadlines and holds end at the wrong moment.`,
        fix: 'Let the machines’ clocks be set by NTP (`timedatectl set-ntp true`), the one where this command runs included.',
      }));
    return { findings, seen: `${read.length} clocks agree within 2 s` };
  },
};
