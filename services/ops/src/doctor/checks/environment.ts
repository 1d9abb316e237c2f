import type { Check } from '../check.js';
import { listed } from '../../status/faults/fault.js';

/** Whether all services were started for the same environment: in production nobody mints tokens (R31). */
export const environment: Check = {
  name: 'environment',
  asksServices: true,
  look({ installed }) {
    const kinds = [...new Set(installed.map((one) => one.environment))];
    if (kinds.length < 2) return { findings: [], seen: `PHOENIX_ENV is ${kinds[0]}` };
    const told = installed.map((one) => `${one.service} is in ${one.environment}`);
    return {
      findings: [
        {
          gravity: 'drift',
          wrong: `The services are not of one environment: ${listed(told)}.`,
          fix: 'Give all of them the same PHOENIX_ENV, and start them again.',
        },
      ],
      seen: '',
    };
  },
};
