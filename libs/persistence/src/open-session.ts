import { Client, type ClientConfig } from 'pg';
import { connectTimeoutMs } from './connection-options.js';
import { withPassword } from './password-file.js';

/** A connection of its own, outside of any pool; when it is lost its next query fails, and the process goes on. */
export async function openSession(url: string, config: ClientConfig = {}): Promise<Client> {
  const client = new Client({
    connectionString: withPassword(url),
    connectionTimeoutMillis: connectTimeoutMs,
    ...config,
  });
  client.on('error', () => undefined);
  await client.connect();
  return client;
}
