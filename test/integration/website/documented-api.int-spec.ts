import { randomUUID } from 'node:crypto';
import { ModulesContainer } from '@nestjs/core';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { header } from '#libs/messaging';
import { controllersOf } from '../../../services/website/src/api-docs/routes-of.js';
import { WebsiteModule } from '../../../services/website/src/website.module.js';
import { Browser } from './browser.js';
import {
  acceptableTo,
  anyType,
  differences,
  documentedOperations,
  exampleAbout,
  type DocumentedOperation,
} from './documented-api.js';
import { bearer, WebsiteStack, type Answer } from './website-stack.js';

/** Who asks; `entryId` is an entry and `letterId` a letter of this user. */
interface AskingOne {
  readonly userId: string;
  readonly token?: string;
  readonly entryId?: string;
  readonly letterId?: string;
}

const typeOf = ({ headers }: Answer) => headers.get('content-type')?.split(';')[0];

/** Headers that only some answers have. */
const sometimes = [header.replayed];

describe('what docs/openapi.json says', () => {
  let web: WebsiteStack;

  beforeAll(async () => {
    web = await WebsiteStack.start();
  });
  afterAll(() => web?.stop());

  /** An answer that never ends is left after its first part. */
  async function request(path: string, options: RequestInit): Promise<Answer> {
    const leaving = new AbortController();
    const response = await fetch(web.url + path, { ...options, signal: leaving.signal });
    const { status, headers } = response;
    const type = headers.get('content-type') ?? '';
    const first = type.startsWith('text/event-stream') && (await response.body!.getReader().read());
    const text = first ? new TextDecoder().decode(first.value) : await response.text();
    leaving.abort();
    return { status, headers, json: /json/.test(type) ? JSON.parse(text) : text };
  }

  /** Asks as the document says, with its own examples. */
  async function ask(
    operation: DocumentedOperation,
    { userId, token, entryId = randomUUID(), letterId = randomUUID() }: AskingOne,
    options: { body?: unknown; headers?: Record<string, string> } = {},
  ): Promise<Answer> {
    const { path, method, parameters } = operation;
    const asked = parameters
      .filter((one) => one.in === 'header' && one.example)
      .map(({ name }) => [name, randomUUID()]);
    const sent = 'body' in options ? options.body : exampleAbout(operation, entryId);
    const ids: Record<string, string> = { user_id: userId, entry_id: entryId, letter_id: letterId };
    const examples = parameters.filter((one) => one.in === 'path' && one.example);
    for (const { name, example } of examples) ids[name] = example!;
    const address = path.replaceAll(/\{(\w+)\}/g, (_all, name: string) => ids[name]!);
    return request(address, {
      method,
      headers: {
        ...bearer(token),
        ...(Object.fromEntries(asked) as Record<string, string>),
        ...(sent !== undefined && { 'content-type': 'application/json' }),
        ...options.headers,
      },
      ...(sent !== undefined && { body: JSON.stringify(sent) }),
    });
  }

  /** A user who can be asked about, and has paid for something. */
  async function payingUser(): Promise<AskingOne> {
    const user = await web.user();
    const action = { action: 'lettre_motivation' };
    const { json } = await web.pay('/api/luna/energy/consume', user.token, action);
    const letter = await web.pay('/api/letters/format', user.token, { text: 'Madame, bonjour.' });
    return { ...user, entryId: json.entry_id, letterId: letter.json.letter_id };
  }

  /** A code is good once, and for minutes. */
  async function whatNoExampleKnows({ path }: DocumentedOperation): Promise<{ body?: unknown }> {
    return path.endsWith('/sign-in-link')
      ? { body: { code: await new Browser(web).newCode() } }
      : {};
  }

  function expectDocumented({ responses }: DocumentedOperation, answer: Answer): void {
    const documented = responses[answer.status]!;
    const { content = {} } = documented;
    const type = typeOf(answer);
    const types = type === undefined ? [] : expect.arrayContaining([type]);
    expect(Object.keys(content)).toEqual(types);
    for (const name of Object.keys(documented.headers)) {
      if (!sometimes.includes(name as never))
        expect([name, answer.headers.has(name)]).toEqual([name, true]);
    }
    if (type !== undefined) expect(differences(content[type]!.schema, answer.json)).toEqual([]);
    else expect(answer.json).toBe('');
  }

  it('tells of every route that Nest knows, those of health apart', () => {
    const known = [...web.website.app.get(ModulesContainer).values()]
      .flatMap((module) => [...module.controllers.values()])
      .map(({ metatype }) => (metatype as { name: string }).name)
      .filter((name) => name !== 'HealthController');
    expect(
      controllersOf(WebsiteModule)
        .map(({ name }) => name)
        .sort(),
    ).toEqual(known.sort());
  });

  it('names what is wrong with an answer that is something else', () => {
    const { responses } = documentedOperations.find(({ path }) => path.endsWith('/consume'))!;
    const wrong = { code: 'UNKNOWN_ACTION', status: 402 };
    const problem = responses[402]!.content!['application/problem+json']!;
    expect(differences(problem.schema, wrong)).not.toEqual([]);
  });

  it('can be read as a page that takes nothing from elsewhere and runs nothing inline', async () => {
    const { headers, json: page } = await web.get('/api/docs');
    expect(headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; script-src 'self';/,
    );
    expect(page).toContain('<title>Phoenix</title>');
    expect(page).not.toMatch(/<script(?![^>]*src=)|<style|style=|\son\w+=|https?:/);
    const parts = [...(page as string).matchAll(/(?:src|href)="([^"]+)"/g)].map(
      ([, path]) => path!,
    );
    expect(parts.length).toBeGreaterThan(4);
    for (const path of parts) expect([path, (await web.get(path)).status]).toEqual([path, 200]);
    for (const path of ['index.html', 'swagger-ui.js', 'package.json', '..%2fpackage.json']) {
      expect((await web.get(`/api/docs/${path}`)).status).toBe(404);
    }
  });

  describe.each(documentedOperations.map((one) => [`${one.method} ${one.path}`, one] as const))(
    '%s',
    (_name, operation) => {
      it.each(acceptableTo(operation))(
        'answers so, asked with its own example: %s',
        async (type) => {
          const known = await whatNoExampleKnows(operation);
          const options = { ...known, headers: { accept: type } };
          const answer = await ask(operation, await payingUser(), options);
          expect(answer.status).toBeLessThan(300);
          expect(typeOf(answer) ?? anyType).toBe(type);
          expectDocumented(operation, answer);
        },
      );

      if (operation.security.length > 0) {
        it('refuses so whom no token speaks for, and who names somebody else', async () => {
          const nobody = await ask(operation, { userId: randomUUID() });
          expect(nobody.status).toBe(401);
          expectDocumented(operation, nobody);
          const { token } = await web.user();
          const path = `${operation.path}?user_id=${randomUUID()}`;
          const other = await ask({ ...operation, path }, { userId: randomUUID(), token });
          expect(other.status).toBe(403);
          expectDocumented(operation, other);
        });
      }

      if (operation.requestBody) {
        it('refuses so a body of another shape, type or size', async () => {
          const user = await web.user();
          const refused = {
            400: await ask(operation, user, { body: [] }),
            413: await ask(operation, user, { body: { text: 'x'.repeat(2 ** 20) } }),
            415: await ask(operation, user, { headers: { 'content-type': 'text/plain' } }),
          };
          for (const [status, answer] of Object.entries(refused)) {
            expect(String(answer.status)).toBe(status);
            expectDocumented(operation, answer);
          }
        });
      }

      if (operation.responses[200]?.headers[header.replayed]) {
        it('R13: marks so the stored answer to the same key', async () => {
          const user = await payingUser();
          const headers = { 'Idempotency-Key': randomUUID() };
          await ask(operation, user, { headers });
          const again = await ask(operation, user, { headers });
          expect(again.headers.get(header.replayed)).toBe('true');
          expectDocumented(operation, again);
        });
      }
    },
  );
});
