import { jetstream, type JetStreamClient } from '@nats-io/jetstream';
import { Kvm, type KV } from '@nats-io/kv';
import type { BucketName } from '#libs/contracts';
import type { Connection } from '../connection.js';
import { jetStreamOptions } from '../jetstream.js';

/** The key that is written last when a bucket is filled: without it the bucket does not hold all that belongs in it. */
export const completeMark = '_complete';

/** A JetStream client whose replies and deliveries come to this connection's own inbox. */
export function bucketClient(connection: Connection): JetStreamClient {
  return jetstream(connection.nats, jetStreamOptions(connection));
}

/** A bucket as it is, or will be: whether it exists shows when it is asked. */
export function openBucket(connection: Connection, bucket: BucketName): Promise<KV> {
  return new Kvm(bucketClient(connection)).open(bucket);
}
