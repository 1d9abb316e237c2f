import { createHash } from 'node:crypto';
import type { StoredEvent } from '#libs/contracts';
import { canonicalJson, type StreamedEvent } from '#libs/messaging';

const utf8 = new TextDecoder();

/** Says what is wrong with an event of the stream by itself and the versions before it (R2); null when nothing is. */
export class VersionCheck {
  private readonly reached = new Map<string, number>();

  take({ sequence, envelope }: StreamedEvent): string | null {
    if (envelope instanceof Error)
      return `sequence ${sequence} of the stream is not an event of ours: ${envelope.message}`;
    const { id, source, userId, subjectVersion } = envelope;
    const key = `${source} ${userId}`;
    const before = this.reached.get(key) ?? 0;
    const what = `event ${id} (sequence ${sequence}) is version ${subjectVersion} of what ${source} tells of ${userId ?? 'nobody'}`;
    if (subjectVersion <= before) return `${what}, which the stream holds already`;
    if (subjectVersion > before + 1)
      return `${what}, and the version before it is ${before}: the stream has a hole`;
    this.reached.set(key, subjectVersion);
    return null;
  }
}

/** The first thing in which stream and event store differ about one event; null when they agree. */
export function compareEvent(
  { sequence, envelope, data }: StreamedEvent,
  stored: StoredEvent | undefined,
): string | null {
  if (envelope instanceof Error) return envelope.message;
  if (!stored) return `the event store does not hold event ${envelope.id} (sequence ${sequence})`;
  if (stored.sequence !== sequence)
    return `the stream holds event ${envelope.id} at sequence ${sequence}, the event store goes on at ${stored.sequence}`;
  const { id: eventId, ...rest } = envelope;
  const told: Record<string, unknown> = { ...rest, eventId, fingerprint: fingerprintOf(data) };
  const { sequence: _same, ...kept } = stored;
  const differing = Object.entries(kept).find(([name, value]) => told[name] !== value);
  if (!differing) return null;
  const [name, value] = differing;
  return `event ${eventId} (sequence ${sequence}): ${name} is ${String(told[name])} in the stream, ${String(value)} in the event store`;
}

function fingerprintOf(data: Uint8Array): string {
  try {
    const canonical = canonicalJson(JSON.parse(utf8.decode(data)));
    return createHash('sha256').update(canonical).digest('hex');
  } catch {
    return 'no JSON';
  }
}
