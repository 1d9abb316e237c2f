/** One event of `text/event-stream`; its data is one line of JSON. */
export function serverSentEvent(event: string, data: object, id?: string): string {
  const named = id === undefined ? '' : `id: ${id}\n`;
  return `${named}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
}

/** A line that no client reads: it shows a proxy, and the client's own network, that somebody is there. */
export const heartbeat = ': still here\n\n';
