import { isUnknown } from '../../status/unknown.js';
import type { Check, Finding } from '../check.js';

/** Whether the stream outlives the loss of one server of NATS, where there are several. */
export const replicas: Check = {
  name: 'replicas',
  look({ brokers, stream }) {
    if (isUnknown(brokers) || stream === null || isUnknown(stream))
      return { findings: [], seen: '', unseen: 'the copies of the stream: it could not be asked' };
    const servers = brokers.length;
    const findings: Finding[] = [];
    if (servers > 1 && stream.replicas === 1) {
      findings.push({
        gravity: 'stops',
        wrong: `The event stream is on one of ${servers} servers of NATS: while that one is away, no event is published.`,
        fix: 'Start the projector with PHOENIX_STREAM_REPLICAS=3 and make the stream anew as docs/runbook.md says under “The event stream must be made anew”.',
      });
    }
    if (servers < stream.replicas) {
      findings.push({
        gravity: 'stops',
        wrong: `${servers} of the servers of NATS answer, and the event stream is on ${stream.replicas}: one more loss may stop it.`,
        fix: 'Start those that are away.',
      });
    }
    const seen =
      servers === 1
        ? 'one server of NATS, so the stream has one copy; every event is in an outbox of Postgres as well'
        : `the stream is on ${stream.replicas} of ${servers} servers of NATS`;
    return { findings, seen };
  },
};
