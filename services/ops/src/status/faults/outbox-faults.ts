import { toldBy, type HouseStatus } from '../house-status.js';
import { isUnknown } from '../unknown.js';
import { counted, inRunbook, sentence, type Fault } from './fault.js';

/** A relay that works publishes within a second. */
const longestWaitSeconds = 60;

/** Events that wait although the stream is there: where it is missing, that is the fault. */
export function outboxFaults(status: HouseStatus): Fault[] {
  if (status.stream === null) return [];
  return toldBy(status).flatMap(({ service, outbox }) => {
    if (!outbox || (service === 'hub' && ledgerIsTheFault(status))) return [];
    const why = reasonOf(service, outbox);
    if (!why) return [];
    const wait = outbox.waiting === 1 ? 'waits' : 'wait';
    const waiting = `${counted(outbox.waiting, 'event')} of ${service} ${wait} to be published, the first for ${Math.round(outbox.oldestSeconds)} s.`;
    return [
      {
        wrong: `${waiting} ${sentence(why)}`,
        help: `They are committed, and lost in no case. ${inRunbook('Events wait in an outbox')}`,
      },
    ];
  });
}

type Outbox = NonNullable<ReturnType<typeof toldBy>[number]['outbox']>;

function reasonOf(
  service: string,
  { problem, publisher, waiting, oldestSeconds }: Outbox,
): string | null {
  if (problem) return problem;
  if (waiting === 0 || oldestSeconds < longestWaitSeconds) return null;
  return publisher === 'nobody'
    ? `No instance of ${service} publishes`
    : 'They go out more slowly than they come';
}

function ledgerIsTheFault({ ledger }: HouseStatus): boolean {
  return ledger !== null && !isUnknown(ledger) && ledger.state !== 'agreed';
}
