import { useEffect, useState } from 'react';
import type { Balance } from '../api/answers.js';
import { noAnswer, type Problem } from '../api/problem.js';
import { followEvents } from './follow-events.js';

/** What is known of the person's energy: never an older figure, never a guess. */
export type Energy =
  | { readonly kind: 'asking' }
  | { readonly kind: 'known'; readonly balance: Balance }
  | { readonly kind: 'unknown'; readonly problem: Problem };

/** The energy as the hub tells it, while the page is in view; a page out of view holds no connection. */
export function useLiveEnergy(onSignedOut: () => void): Energy {
  const [energy, setEnergy] = useState<Energy>({ kind: 'asking' });
  useEffect(() => {
    const unknown = (problem: Problem) => setEnergy({ kind: 'unknown', problem });
    const follow = () =>
      followEvents('/api/luna/energy/stream', {
        events: {
          balance: (data) => setEnergy({ kind: 'known', balance: data as Balance }),
          unknown: (data) => unknown(data as Problem),
          'signed-out': onSignedOut,
        },
        onBreak: () => unknown(noAnswer),
        onRefused: (problem) => (problem.status === 401 ? onSignedOut() : unknown(problem)),
      });
    let leave = follow();
    const onView = () => {
      leave();
      if (!document.hidden) leave = follow();
    };
    document.addEventListener('visibilitychange', onView);
    return () => {
      document.removeEventListener('visibilitychange', onView);
      leave();
    };
  }, [onSignedOut]);
  return energy;
}
