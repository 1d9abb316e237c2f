import { randomUUID } from 'node:crypto';
import type { RunningService } from '#libs/messaging';
import { TestStack } from '#libs/testing';
import { cvService } from '../../../services/cv/src/cv-service.js';
import { hubService } from '../../../services/hub/src/hub-service.js';
import { lettersService } from '../../../services/letters/src/letters-service.js';
import { projectorService } from '../../../services/projector/src/projector-service.js';
import { websiteService } from '../../../services/website/src/website-service.js';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  // oxlint-disable-next-line typescript/no-explicit-any -- each test looks at other members
  readonly json: any;
}

/** The website on real services, and HTTP requests to it. */
export class WebsiteStack {
  private constructor(
    readonly stack: TestStack,
    readonly hub: RunningService,
    readonly website: RunningService,
    readonly url: string,
  ) {}

  static async start(): Promise<WebsiteStack> {
    const stack = await TestStack.start();
    await stack.run('projector', projectorService);
    const hub = await stack.run('hub', hubService);
    await stack.run('letters', lettersService);
    await stack.run('cv', cvService);
    const website = await stack.run('website', websiteService);
    return new WebsiteStack(stack, hub, website, await website.app.getUrl());
  }

  async request(path: string, options: RequestInit = {}): Promise<Answer> {
    const response = await fetch(this.url + path, options);
    const text = await response.text();
    const isJson = /json/.test(response.headers.get('content-type') ?? '');
    const json: unknown = isJson && text ? JSON.parse(text) : text;
    return { status: response.status, headers: response.headers, json };
  }

  get(path: string, token?: string): Promise<Answer> {
    return this.request(path, { headers: bearer(token) });
  }

  post(
    path: string,
    token: string | undefined,
    body: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    return this.request(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...bearer(token), ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  }

  /** A post that moves energy, under a key of its own or the given one. */
  pay(path: string, token: string, body: unknown, key: string = randomUUID()): Promise<Answer> {
    return this.post(path, token, body, { 'idempotency-key': key });
  }

  /** A user who has signed in. */
  async user(): Promise<{ userId: string; token: string }> {
    const { userId, token } = await this.stack.user();
    await this.post('/api/auth/sign-in', token, {});
    return { userId, token };
  }

  stop(): Promise<void> {
    return this.stack.stop();
  }
}

export function bearer(token: string | undefined): Record<string, string> {
  return token ? { authorization: `Bearer ${token}` } : {};
}
