import { randomUUID } from 'node:crypto';

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test looks into answers of every shape
  readonly json: any;
}

/** A person's HTTP client: a token, and a key for each thing that moves energy. */
export class HttpUser {
  constructor(
    private readonly websiteUrl: string,
    readonly userId: string,
    readonly token: string,
  ) {}

  get(path: string, headers: Record<string, string> = {}): Promise<Reply> {
    return this.send('GET', path, undefined, headers);
  }

  post(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Reply> {
    return this.send('POST', path, body, { 'idempotency-key': randomUUID(), ...headers });
  }

  private async send(
    method: string,
    path: string,
    body: unknown,
    headers: Record<string, string>,
  ): Promise<Reply> {
    const reply = await fetch(this.websiteUrl + path, {
      method,
      headers: {
        authorization: `Bearer ${this.token}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await reply.text();
    return {
      status: reply.status,
      headers: reply.headers,
      text,
      json: JSON.parse(text) as unknown,
    };
  }
}
