import { getDeadLetter, PhoenixError } from '#libs/contracts';
import { newCaller, type MessageClient } from '#libs/messaging';

/** Whether what stands there in the stream is no event of ours, and its operator put it away (`dead-letters drop`). */
export async function isDropped(client: MessageClient, sequence: number): Promise<boolean> {
  try {
    const request = { model: 'event-store', sequence };
    return (await client.request(getDeadLetter, request, newCaller())).dropped !== undefined;
  } catch (error) {
    if (error instanceof PhoenixError && error.is('DEAD_LETTER_NOT_FOUND')) return false;
    throw error;
  }
}
