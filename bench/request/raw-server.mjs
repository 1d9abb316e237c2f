import { connect } from '@nats-io/transport-node';
import { bareConnection } from './bare-connection.mjs';
import { answer, subject } from './question.mjs';

/** nats.js alone: parses the request, answers; no identity, no validation. */
const nats = await connect(await bareConnection());
const utf8 = new TextEncoder();
nats.subscribe(`${subject}.raw`, {
  queue: 'hub',
  callback: (_error, message) => {
    JSON.parse(message.string());
    message.respond(utf8.encode(JSON.stringify(answer)));
  },
});
process.once('SIGTERM', () => void nats.close().then(() => process.exit(0)));
