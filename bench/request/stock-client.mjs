import { ClientProxyFactory, NatsRecordBuilder, Transport } from '@nestjs/microservices';
import { headers } from '@nats-io/transport-node';
import { firstValueFrom } from 'rxjs';
import { header } from '#libs/messaging';
import { bareConnection } from './bare-connection.mjs';
import { question, subject } from './question.mjs';

/** Asks as stock Nest does, with the token in a header. */
export async function open(/** @type {import('../load/main.mjs').LoadSettings} */ settings) {
  const client = ClientProxyFactory.create({
    transport: Transport.NATS,
    options: await bareConnection(settings.natsUrl),
  });
  await client.connect();
  const ask = (/** @type {string} */ token) => {
    const all = headers();
    all.set(header.authorization, `Bearer ${token}`);
    const record = new NatsRecordBuilder(question).setHeaders(all).build();
    return firstValueFrom(client.send(subject, record));
  };
  return { ask, close: async () => client.close() };
}
