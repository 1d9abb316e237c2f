import type { EventsPage, HistoryLine, StoredEvent } from '../api/answers.js';
import { get, type Answer } from '../api/ask.js';

/** The event behind a line of the history; undefined when the event store does not have it yet. */
export async function findEvent(
  userId: string,
  line: HistoryLine,
): Promise<Answer<StoredEvent | undefined>> {
  let cursor = '';
  for (;;) {
    const answer = await get<EventsPage>(`/api/luna/events/${userId}?limit=200${cursor}`);
    if (!answer.ok) return answer;
    const { events, next } = answer.value;
    const value = events.find(({ event_id }) => event_id === line.event_id);
    const passed = events.some(({ sequence }) => sequence < line.sequence);
    if (value || passed || next === null) return { ok: true, value };
    cursor = `&after=${next}`;
  }
}
