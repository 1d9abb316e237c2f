import type { StreamedEvent } from '#libs/messaging';

const utf8 = new TextDecoder();

/** One line: time, sequence, source, type, user, version of the user's history, data. */
export function eventLine({ sequence, envelope, data, storedAtMs }: StreamedEvent): string {
  const place = (time: string) => `${time}  ${String(sequence).padStart(6)}`;
  if (envelope instanceof Error)
    return `${place(new Date(storedAtMs).toISOString())}  not an event of ours: ${envelope.message}`;
  const { occurredAt, source, type, userId, subjectVersion } = envelope;
  return [
    place(occurredAt),
    source.padEnd(9),
    type.padEnd(15),
    userId ?? '–'.padEnd(36),
    `v${subjectVersion}`.padEnd(4),
    utf8.decode(data),
  ].join('  ');
}

/** The event as one object: its envelope, where it stands, and its data. */
export function eventObject({ sequence, envelope, data, storedAtMs }: StreamedEvent): object {
  const storedAt = new Date(storedAtMs).toISOString();
  if (envelope instanceof Error) return { sequence, storedAt, error: envelope.message };
  return { sequence, storedAt, ...envelope, data: parsed(utf8.decode(data)) };
}

/** The text itself when it is not JSON: it is what the stream holds. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
