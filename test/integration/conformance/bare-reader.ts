import { headers, type NatsConnection } from '@nats-io/transport-node';
import type { StreamedReply } from '#libs/contracts';

export interface BareAnswer {
  readonly code: string | undefined;
  readonly status: string;
  readonly run: string;
  readonly part: string;
  readonly isEnd: boolean;
  readonly body: Record<string, unknown>;
}

/** A plain NATS client that reads streams message by message, and knows nothing of ours. */
export class BareReader {
  constructor(
    private readonly nats: NatsConnection,
    private readonly contract: StreamedReply,
    private readonly caller: string,
  ) {}

  begin(body: unknown, more: Record<string, string> = {}): Promise<BareAnswer> {
    return this.say(this.caller, body, more);
  }

  /** Asks where the work with this key is. */
  join(body: Record<string, unknown>, more: Record<string, string> = {}): Promise<BareAnswer> {
    return this.say(`${String(body.idempotencyKey)}.${this.caller}`, body, more);
  }

  part(run: string, number: unknown, more: Record<string, string> = {}): Promise<BareAnswer> {
    return this.say(`${run}.${this.caller}`, {}, { 'Phoenix-Part': String(number), ...more });
  }

  cancel(run: string, more: Record<string, string> = {}): Promise<BareAnswer> {
    return this.say(`${run}.${this.caller}`, {}, { 'Phoenix-Cancel': 'true', ...more });
  }

  /** Everything from this part on, to the end. */
  async rest(run: string, from: number, more: Record<string, string> = {}): Promise<BareAnswer[]> {
    const answers: BareAnswer[] = [];
    for (let number = from; !answers.at(-1)?.isEnd;) {
      const answer = await this.part(run, number, more);
      if (answer.code && !answer.isEnd) throw new Error(`${answer.code} at part ${number}`);
      if (answer.part) number = answers.push(answer) + from;
    }
    return answers;
  }

  private async say(
    tokens: string,
    body: unknown,
    more: Record<string, string>,
  ): Promise<BareAnswer> {
    const all = headers();
    for (const [name, value] of Object.entries(more)) all.set(name, value);
    const bytes =
      body instanceof Uint8Array || typeof body === 'string' ? body : JSON.stringify(body);
    const timeout = this.contract.heartbeatMs + 10_000;
    const subject = `${this.contract.subject}.${tokens}`;
    const reply = await this.nats.request(subject, bytes, { timeout, headers: all });
    const get = (name: string) => reply.headers?.get(name) ?? '';
    const answer = reply.json<Record<string, unknown>>();
    return {
      code: reply.headers?.has('Nats-Service-Error') ? String(answer.code) : undefined,
      status: get('Nats-Service-Error-Code'),
      run: get('Phoenix-Run'),
      part: get('Phoenix-Part'),
      isEnd: get('Phoenix-End') === 'true',
      body: answer,
    };
  }
}
