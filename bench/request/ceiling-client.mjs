import { connect, createInbox } from '@nats-io/transport-node';
import { bareConnection } from './bare-connection.mjs';
import { question, subject } from './question.mjs';

/** Asks with the least that can be done: one inbox, a map, no time-out; only to show how fast it could go. */
export async function open(/** @type {import('../load/main.mjs').LoadSettings} */ { natsUrl }) {
  const nats = await connect(await bareConnection(natsUrl));
  /** @type {Map<string, (answer: unknown) => void>} */
  const waiting = new Map();
  const prefix = `${createInbox()}.`;
  const callback = (
    /** @type {Error | null} */ _error,
    /** @type {import('@nats-io/transport-node').Msg} */ message,
  ) => {
    const id = message.subject.slice(prefix.length);
    const answered = waiting.get(id);
    waiting.delete(id);
    answered?.(JSON.parse(message.string()));
  };
  nats.subscribe(`${prefix}*`, { callback });
  await nats.flush();
  let last = 0;
  const ask = () =>
    new Promise((answered) => {
      const id = String(++last);
      waiting.set(id, answered);
      nats.publish(`${subject}.raw`, JSON.stringify(question), { reply: prefix + id });
    });
  return { ask, close: () => nats.close() };
}
