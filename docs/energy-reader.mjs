// Follows the movements of energy from outside Phoenix: plain nats.js, a credential and a place in the stream of its own.
import { readFile, rename, writeFile } from 'node:fs/promises';
import { AckPolicy, DeliverPolicy, jetstreamManager } from '@nats-io/jetstream';
import { connect, nkeyAuthenticator } from '@nats-io/transport-node';

const { NATS_URL: servers, NATS_NKEY_SEED_FILE: seedFile, PLACE_FILE: placeFile } = process.env;
const stream = 'PHOENIX_EVENTS';
const name = 'energy-reader-hub';

const seed = new TextEncoder().encode((await readFile(seedFile, 'utf8')).trim());
const nats = await connect({
  servers,
  authenticator: nkeyAuthenticator(seed),
  inboxPrefix: '_INBOX.energy-reader',
  maxReconnectAttempts: -1,
  waitOnFirstConnect: true,
  timeout: 3_000,
});
const manager = await jetstreamManager(nats, { domain: 'EVENTS', checkAPI: false });

// A place belongs to one stream: after a restore the stream has another epoch, and everything is told anew.
const { epoch, sequence } = JSON.parse(await readFile(placeFile, 'utf8').catch(() => '{}'));
const { config } = await manager.streams.info(stream);
const sameStream = epoch === config.metadata['phoenix-epoch'];

await manager.consumers.delete(stream, name).catch(() => {});
await manager.consumers.add(stream, {
  name,
  filter_subject: 'phoenix.event.hub.>',
  deliver_policy: DeliverPolicy.StartSequence,
  opt_start_seq: sameStream ? sequence + 1 : 1,
  ack_policy: AckPolicy.None,
  inactive_threshold: 60_000_000_000,
});
const consumer = await manager.jetstream().consumers.get(stream, name);
for await (const message of await consumer.consume()) {
  const about = (attribute) => message.headers.get(`ce-${attribute}`);
  const event = { user: about('subject'), version: Number(about('subjectversion')) };
  console.log(JSON.stringify({ type: about('type'), ...event, data: message.json() }));
  // The place moves after the work: after a crash an event comes twice, and its version tells.
  await writeFile(
    `${placeFile}.new`,
    JSON.stringify({ epoch: config.metadata['phoenix-epoch'], sequence: message.seq }),
  );
  await rename(`${placeFile}.new`, placeFile);
}
