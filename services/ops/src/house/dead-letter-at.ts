import { getDeadLetter, PhoenixError, type ReplyOf } from '#libs/contracts';
import { newCaller, type MessageClient } from '#libs/messaging';

export type DeadLetter = ReplyOf<typeof getDeadLetter>;

/** What a read model keeps aside from this place in the stream, also once it was put away; undefined when that is nothing. */
export async function deadLetterAt(
  client: MessageClient,
  model: string,
  sequence: number,
): Promise<DeadLetter | undefined> {
  try {
    return await client.request(getDeadLetter, { model, sequence }, newCaller());
  } catch (error) {
    if (error instanceof PhoenixError && error.is('DEAD_LETTER_NOT_FOUND')) return undefined;
    throw error;
  }
}

/** Whether what stands there is no event of ours, and its operator put it away (`dead-letters drop`). */
export async function isDropped(client: MessageClient, sequence: number): Promise<boolean> {
  return (await deadLetterAt(client, 'event-store', sequence))?.dropped !== undefined;
}
