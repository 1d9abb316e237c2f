import type { z } from 'zod';
import { sourceOf, type EventContract, type ServiceName } from '#libs/contracts';
import { traceIdOf } from '#libs/telemetry';
import type { EventOf, ReadModel } from '../read-models/read-model.js';
import { contentOf, type Fact } from './fact.js';

interface Reads {
  readonly sources: ReadonlySet<ServiceName>;
  /** The versions of each type, by source and type. */
  readonly types: ReadonlyMap<string, readonly EventContract[]>;
}

const readsOf = new WeakMap<readonly EventContract[], Reads>();

/** True when the model follows the versions of this service's events; the others pass it by. */
export function readsFrom({ reads }: ReadModel, source: ServiceName): boolean {
  return reads === 'every event' || inOrder(reads).sources.has(source);
}

/**
 * The event as the model's `project` takes it; null when its type is none that the model reads (R6). Throws, in
 * words, on data that break their contract, and on a version of a type that is newer than this code.
 */
export function understand({ reads }: ReadModel, fact: Fact): EventOf<EventContract> | null {
  const schema = reads === 'every event' ? undefined : schemaOf(reads, fact);
  if (schema === null) return null;
  const { json, value } = contentOf(fact);
  const { envelope, epoch, sequence, recordedAt } = fact;
  return {
    type: envelope.type,
    data: schema ? demand(schema, value) : demandObject(value),
    json,
    envelope,
    get traceId() {
      return traceIdOf(envelope.traceparent) ?? null;
    },
    epoch,
    sequence,
    recordedAt,
  };
}

function schemaOf(reads: readonly EventContract[], { envelope }: Fact): z.ZodObject | null {
  const { type, eventVersion, source } = envelope;
  const known = inOrder(reads).types.get(`${source} ${type}`);
  if (!known) return null;
  const contract = known.find((one) => one.version === eventVersion);
  if (contract) return contract.data;
  throw new Error(`this version of the projector does not know version ${eventVersion} of ${type}`);
}

function inOrder(reads: readonly EventContract[]): Reads {
  const known = readsOf.get(reads);
  if (known) return known;
  const types = new Map<string, EventContract[]>();
  for (const one of reads) {
    const key = `${sourceOf(one)} ${one.type}`;
    types.set(key, [...(types.get(key) ?? []), one]);
  }
  const made = { sources: new Set(reads.map(sourceOf)), types };
  readsOf.set(reads, made);
  return made;
}

function demand(schema: z.ZodObject, value: unknown): Record<string, unknown> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new Error(`its data break their contract: ${faults(parsed.error)}`);
}

function demandObject(value: unknown): Record<string, unknown> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    return value as Record<string, unknown>;
  }
  throw new Error('its data break their contract: they are no object');
}

function faults(error: z.ZodError): string {
  return error.issues
    .slice(0, 5)
    .map((issue) => `${issue.path.join('.') || 'data'}: ${issue.message}`)
    .join('; ');
}
