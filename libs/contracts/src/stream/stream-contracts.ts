import { getStream } from './get-stream.js';
import { listStoredEvents } from './list-stored-events.js';
import { restoreStream } from './restore-stream.js';

/** All that the operator asks about the event stream and what is stored of it. */
export const streamContracts = [getStream, restoreStream, listStoredEvents] as const;
