import { connect } from '@nats-io/transport-node';
import { bareConnection } from './bare-connection.mjs';
import { question, subject } from './question.mjs';

/** Asks with `nc.request` as it comes. */
export async function open(/** @type {import('../load/main.mjs').LoadSettings} */ { natsUrl }) {
  const nats = await connect(await bareConnection(natsUrl));
  const ask = async () =>
    JSON.parse((await nats.request(`${subject}.raw`, JSON.stringify(question))).string());
  return { ask, close: () => nats.close() };
}
