import type { StreamLostError } from '#libs/messaging';
import { restoreStream } from '#libs/persistence';

/** What is wrong, as the error says it, and what to do. */
export function streamLost({ message }: StreamLostError): string {
  const what = message.charAt(0).toUpperCase() + message.slice(1).replace(/\.$/, '');
  return `${what}. ${restoreStream}`;
}
