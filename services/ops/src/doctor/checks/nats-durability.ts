import type { BrokerFigures } from '#libs/messaging';
import { isUnknown } from '../../status/unknown.js';
import type { Check, Finding } from '../check.js';

/** Whether each server of NATS has an event on its disk before it acknowledges it. */
export const natsDurability: Check = {
  name: 'nats-durability',
  look({ brokers }) {
    if (isUnknown(brokers) || brokers.length === 0) {
      const wrong = `No server of NATS tells how it is set${isUnknown(brokers) ? ` (${brokers.unknown})` : ''}: whether it syncs before it acknowledges is not known.`;
      const fix =
        'Load deploy/nats/permissions.conf into nats-server (`nats-server --signal reload`), which lets the operator ask.';
      return { findings: [{ gravity: 'loses', wrong, fix }], seen: '' };
    }
    const findings = brokers.flatMap(faultOf);
    return {
      findings,
      seen: `${brokers.length === 1 ? '1 server of NATS syncs' : `${brokers.length} servers of NATS sync`} each event before it is acknowledged`,
    };
  },
};

function faultOf({ name, storage }: BrokerFigures): Finding[] {
  if (!storage) {
    const wrong = `nats-server ${name} has no JetStream: there is nowhere for events to be kept.`;
    const fix = 'Give it the `jetstream` block of deploy/nats/nats-server.conf and restart it.';
    return [{ gravity: 'stops', wrong, fix }];
  }
  if (storage.syncAlways) return [];
  const wrong = `nats-server ${name} acknowledges events before they are on its disk: what it took in the last minutes can be lost with the machine.`;
  const fix =
    'Set `sync_interval: always` in the `jetstream` block of its configuration, as deploy/nats/nats-server.conf has it, and restart it.';
  return [{ gravity: 'loses', wrong, fix }];
}
