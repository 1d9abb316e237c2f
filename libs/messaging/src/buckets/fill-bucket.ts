import { Kvm } from '@nats-io/kv';
import type { JetStreamClient } from '@nats-io/jetstream';
import type { BucketName } from '#libs/contracts';
import type { Connection } from '../connection.js';
import { jetStreamApi } from '../jetstream.js';
import { bucketClient, completeMark, openBucket } from './open-bucket.js';

const atOnce = 64;
const forgetAfterMs = 60_000;

export interface BucketEntry {
  readonly key: string;
  /** Undefined for a key that must not be there. */
  readonly value: string | undefined;
  /** When the broker may forget it; never unless given. */
  readonly expiresAt?: Date;
}

export interface FillOptions {
  readonly connection: Connection;
  readonly bucket: BucketName;
  /** Everything that belongs in the bucket, from where the truth is. */
  readonly read: () => Promise<readonly BucketEntry[]>;
  /** True for what need not be written, because the bucket is known to have it. */
  readonly written?: (entry: BucketEntry) => boolean;
}

/**
 * Makes the bucket unless it exists and writes what belongs in it, the mark last. May run beside another one: both
 * write the same. The bucket exists before the truth is read, so that a change after the reading finds it.
 */
export async function fillBucket(options: FillOptions): Promise<void> {
  const { connection, bucket, read, written = () => false } = options;
  const client = bucketClient(connection);
  await new Kvm(client).create(bucket, { history: 1, markerTTL: forgetAfterMs });
  const missing = (await read()).filter((entry) => !written(entry));
  for (let from = 0; from < missing.length; from += atOnce) {
    const some = missing.slice(from, from + atOnce);
    await Promise.all(some.map((entry) => writeEntry(connection, bucket, entry)));
  }
  const mark = { key: completeMark, value: '' };
  if (!written(mark)) await put(client, bucket, mark);
}

/** Writes one entry, or takes its key away. Throws when the broker did not acknowledge it. */
export async function writeEntry(
  connection: Connection,
  bucket: BucketName,
  { key, value, expiresAt }: BucketEntry,
): Promise<void> {
  if (value === undefined) await (await openBucket(connection, bucket)).delete(key);
  else await put(bucketClient(connection), bucket, { key, value, ...(expiresAt && { expiresAt }) });
}

async function put(
  client: JetStreamClient,
  bucket: BucketName,
  { key, value, expiresAt }: { key: string; value: string; expiresAt?: Date },
): Promise<void> {
  // The client for buckets cannot give a value its own time to live.
  const leftMs = expiresAt && expiresAt.getTime() - Date.now() + forgetAfterMs;
  const lifetime = leftMs && { ttl: `${Math.max(1, Math.ceil(leftMs / 1_000))}s` };
  await client.publish(`${jetStreamApi}.$KV.${bucket}.${key}`, value, { ...lifetime });
}
