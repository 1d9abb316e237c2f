import { headers, type NatsConnection } from '@nats-io/transport-node';
import type { Contract } from '#libs/contracts';
import type { TestBroker } from '#libs/testing';
import { connectRaw } from '../wire/raw-connection.js';

export interface BareReply {
  /** The code in the error's body; undefined for an answer. */
  readonly code: string | undefined;
  readonly status: string;
  readonly replayed: boolean;
  readonly text: string;
  readonly body: Record<string, unknown>;
}

/** A plain NATS client that knows nothing of ours: bytes out, bytes back. */
export class BareClient {
  private constructor(private readonly nats: NatsConnection) {}

  static async open(broker: TestBroker): Promise<BareClient> {
    return new BareClient(await connectRaw(broker));
  }

  async ask(
    contract: Contract,
    body: unknown,
    more: Record<string, string> = {},
    caller: string = callerOf(contract),
  ): Promise<BareReply> {
    const all = headers();
    for (const [name, value] of Object.entries(more)) all.set(name, value);
    const bytes =
      body instanceof Uint8Array || typeof body === 'string' ? body : JSON.stringify(body);
    const reply = await this.nats.request(`${contract.subject}.${caller}`, bytes, {
      timeout: contract.timeoutMs + 2_000,
      headers: all,
    });
    const answer = reply.json<Record<string, unknown>>();
    const failed = reply.headers?.has('Nats-Service-Error') ?? false;
    return {
      code: failed ? String(answer.code) : undefined,
      status: reply.headers?.get('Nats-Service-Error-Code') ?? '',
      replayed: reply.headers?.get('Phoenix-Replayed') === 'true',
      text: reply.string(),
      body: answer,
    };
  }

  async close(): Promise<void> {
    await this.nats.close();
  }
}

/** A caller's name that the contract lets in. */
export function callerOf(contract: Contract): string {
  const named = contract.by.flatMap(
    (rule) => /^(?:service|user-through):(.+)$/.exec(rule)?.[1] ?? [],
  );
  return named[0] ?? 'bare';
}
