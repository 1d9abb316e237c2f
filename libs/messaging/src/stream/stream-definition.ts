import { DiscardPolicy, RetentionPolicy, StorageType, type StreamConfig } from '@nats-io/jetstream';

export const streamName = 'PHOENIX_EVENTS';
const epochKey = 'phoenix-epoch';
const restoresKey = 'phoenix-restores';
const twoMinutesNs = 120_000_000_000;

export interface StreamSize {
  /** Most bytes that the stream may hold; at the limit publishing fails, nothing is dropped. */
  readonly maxBytes: number;
  readonly replicas: number;
}

/** The event stream as code (R21): on disk, kept for ever, full means refuse, nothing can be deleted or purged. */
export function streamDefinition(
  epoch: string,
  { maxBytes, replicas }: StreamSize,
  restores: readonly string[] = [],
) {
  return {
    name: streamName,
    subjects: ['phoenix.event.>'],
    storage: StorageType.File,
    retention: RetentionPolicy.Limits,
    discard: DiscardPolicy.New,
    max_age: 0,
    max_bytes: maxBytes,
    num_replicas: replicas,
    duplicate_window: twoMinutesNs,
    allow_direct: true,
    allow_atomic: true,
    deny_delete: true,
    deny_purge: true,
    metadata: {
      [epochKey]: epoch,
      ...(restores.length > 0 && { [restoresKey]: restores.join(' ') }),
    },
  };
}

/** The identity that a stream got when it was created (R18). */
export function epochOf(config: StreamConfig): string {
  return config.metadata?.[epochKey] ?? 'none';
}

/** The epochs of the lost streams whose events belong into this one (R19). */
export function restoredEpochs(config: StreamConfig): string[] {
  return config.metadata?.[restoresKey]?.split(' ') ?? [];
}

/** Each setting that differs from the definition, in words: what the server silently ignored, or somebody changed. */
export function settingsDrift(actual: StreamConfig, size: StreamSize): string[] {
  const wanted = streamDefinition(epochOf(actual), size);
  const { metadata: _metadata, ...settings } = wanted;
  return Object.entries(settings)
    .filter(
      ([name, value]) =>
        JSON.stringify(actual[name as keyof StreamConfig]) !== JSON.stringify(value),
    )
    .map(([name, value]) => {
      const found = JSON.stringify(actual[name as keyof StreamConfig]);
      return `${name} is ${found}, should be ${JSON.stringify(value)}`;
    });
}
