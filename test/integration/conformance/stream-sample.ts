import type { StreamedReply } from '#libs/contracts';
import type { TestStack } from '#libs/testing';
import { callerOf } from './bare-client.js';
import { BareReader } from './bare-reader.js';
import type { StreamSample } from './stream-conformance.js';

/** A request on a running house, with all that the conformance of streams looks at. */
export async function streamSample(
  stack: TestStack,
  contract: StreamedReply,
  asked: Pick<StreamSample, 'body' | 'own'>,
): Promise<StreamSample> {
  const { broker } = stack;
  const connection = await stack.connect('conformance');
  const caller = callerOf(contract);
  const reader = new BareReader(connection.nats, contract, caller);
  return { ...asked, reader, caller, broker, connection };
}
