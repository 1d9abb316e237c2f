import { z } from 'zod';
import { sourceOf, type EventContract, type ServiceName } from '#libs/contracts';
import { traceIdOf } from '#libs/telemetry';
import type { EventOf, ReadModel } from '../read-models/read-model.js';
import type { Fact } from './fact.js';

const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const anyObject = z.record(z.string(), z.unknown());

/** True when the model follows the versions of this service's events; the others pass it by. */
export function readsFrom(model: ReadModel, source: ServiceName): boolean {
  return model.reads === 'every event' || model.reads.some((one) => sourceOf(one) === source);
}

/**
 * The event as the model's `project` takes it; null when its type is none that the model reads (R6). Throws, in
 * words, on data that break their contract, and on a version of a type that is newer than this code.
 */
export function understand(model: ReadModel, fact: Fact): EventOf<EventContract> | null {
  const schema = model.reads === 'every event' ? anyObject : schemaOf(model.reads, fact);
  if (!schema) return null;
  const { envelope, epoch, sequence, recordedAt, bytes } = fact;
  const json = strictUtf8.decode(bytes);
  const parsed = schema.safeParse(JSON.parse(json));
  if (!parsed.success) throw new Error(`its data break their contract: ${faults(parsed.error)}`);
  return {
    type: envelope.type,
    data: parsed.data,
    json,
    envelope,
    traceId: traceIdOf(envelope.traceparent) ?? null,
    epoch,
    sequence,
    recordedAt,
  };
}

function schemaOf(reads: readonly EventContract[], { envelope }: Fact): z.ZodObject | undefined {
  const { type, eventVersion, source } = envelope;
  const known = reads.filter((one) => one.type === type && sourceOf(one) === source);
  const contract = known.find((one) => one.version === eventVersion);
  if (known.length > 0 && !contract) {
    throw new Error(
      `this version of the projector does not know version ${eventVersion} of ${type}`,
    );
  }
  return contract?.data;
}

function faults(error: z.ZodError): string {
  return error.issues
    .slice(0, 5)
    .map((issue) => `${issue.path.join('.') || 'data'}: ${issue.message}`)
    .join('; ');
}
