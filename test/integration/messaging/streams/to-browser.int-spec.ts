import { randomUUID } from 'node:crypto';
import { Controller, HttpCode, Module, Post, Req, Res } from '@nestjs/common';
import { APP_FILTER, NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { refuse } from '#libs/contracts';
import { LOG, RecentHops, type MessageClient } from '#libs/messaging';
import { createLog } from '#libs/telemetry';
import { eventually } from '#libs/testing';
import { ProblemFilter } from '../../../../services/website/src/problems/problem-filter.js';
import { callerOf } from '../../../../services/website/src/wire/caller-of.js';
import { configureHttp } from '../../../../services/website/src/wire/configure-http.js';
import { answerStream } from '../../../../services/website/src/wire/answer-stream.js';
import { TestEventSource } from '../../website/event-source.js';
import { tellHastily, tellStory } from './stories.js';
import { asking, endlessly, StoryStack } from './story-stack.js';

let client: MessageClient;

@Controller()
class StoryRoute {
  @Post('story')
  @HttpCode(200)
  tell(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    const body = request.body as ReturnType<typeof asking>;
    return answerStream({ request, reply }, callerOf(request), (caller, from) =>
      client.stream(tellStory, body, caller, { from }),
    );
  }

  @Post('hasty-story')
  @HttpCode(200)
  tellHastily(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    const { script } = request.body as ReturnType<typeof asking>;
    return answerStream({ request, reply }, callerOf(request), (caller, from) =>
      client.stream(tellHastily, { script }, caller, { from }),
    );
  }
}

const log = createLog({ service: 'test', instance: 'test', level: 'silent', format: 'json' });

@Module({
  controllers: [StoryRoute],
  providers: [
    { provide: LOG, useValue: log },
    { provide: RecentHops, useValue: new RecentHops() },
    { provide: APP_FILTER, useClass: ProblemFilter },
  ],
})
class EdgeModule {}

describe('a streamed reply in a browser', () => {
  let stack: StoryStack;
  let app: NestFastifyApplication;
  const open: TestEventSource[] = [];

  beforeAll(async () => {
    stack = await StoryStack.start();
    client = await stack.client();
    app = await NestFactory.create<NestFastifyApplication>(EdgeModule, new FastifyAdapter(), {
      logger: false,
    });
    configureHttp(app);
    await app.listen(0, '127.0.0.1');
  });
  afterEach(() => {
    for (const source of open.splice(0)) source.close();
  });
  afterAll(async () => {
    await app?.close();
    await stack?.stop();
  });

  async function ask(
    body: object,
    { token }: { token: string },
    { path = 'story', from }: { path?: string; from?: string | undefined } = {},
  ): Promise<TestEventSource> {
    const source = await TestEventSource.open(
      `${await app.getUrl()}/${path}`,
      {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        accept: 'text/event-stream',
        ...(from !== undefined && { 'last-event-id': from }),
      },
      { method: 'POST', body: JSON.stringify(body) },
    );
    open.push(source);
    return source;
  }

  /** Tells two parts at once and the third when it is let. */
  function story() {
    let goOn!: () => void;
    const told = new Promise<void>((resolve) => (goOn = resolve));
    const body = asking(async function* () {
      for (let n = 1; n <= 2; n++) yield { text: `part ${n}` };
      await told;
      yield { text: 'part 3' };
      return { words: 6 };
    });
    return { body, goOn };
  }

  it('is its parts, each with an id, and its end', async () => {
    const { body, goOn } = story();
    const source = await ask(body, await stack.user());
    expect(source.response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    const first = await source.next();
    expect(first).toMatchObject({ event: 'part', data: { text: 'part 1' } });
    expect(first.id).toMatch(/^[0-9a-f-]{36}\.1$/);
    goOn();
    await eventually(() => source.ended);
    expect(source.told.map(({ event, data }) => [event, data])).toEqual([
      ...[1, 2, 3].map((n) => ['part', { text: `part ${n}` }]),
      ['end', { words: 6 }],
    ]);
  });

  it('goes on from the last event that the browser had', async () => {
    const { body, goOn } = story();
    const user = await stack.user();
    const before = await ask(body, user);
    const { id } = await before.next();
    before.close();
    const after = await ask(body, user, { from: id });
    goOn();
    await eventually(() => after.ended);
    expect(after.told.map(({ event, data }) => [event, data])).toEqual([
      ...[2, 3].map((n) => ['part', { text: `part ${n}` }]),
      ['end', { words: 6 }],
    ]);
  });

  it('says that it begins anew when the work of the last event is over', async () => {
    const { body, goOn } = story();
    goOn();
    const source = await ask(body, await stack.user(), { from: `${randomUUID()}.7` });
    await eventually(() => source.ended);
    expect(source.told.map(({ event }) => event)).toEqual([
      ...['restart', 'part', 'part', 'part', 'end'],
    ]);
  });

  it('begins anew for who says to have more than there is, and goes on for everybody else', async () => {
    const { body, goOn } = story();
    const user = await stack.user();
    const before = await ask(body, user);
    const { id } = await before.next();
    const ahead = await ask(body, user, { from: id!.replace(/1$/, '9999') });
    goOn();
    await eventually(() => before.ended && ahead.ended);
    const whole = ['part', 'part', 'part', 'end'];
    expect(before.told.map(({ event }) => event)).toEqual(whole);
    expect(ahead.told.map(({ event }) => event)).toEqual(['restart', ...whole]);
  });

  it('is a problem with its status when it is refused at once', async () => {
    // oxlint-disable-next-line require-yield -- that is the point
    const body = asking(async function* () {
      return refuse('TEXT_WITHOUT_WORDS', 'Nothing to tell.', { field: 'script' });
    });
    const { response } = await ask(body, await stack.user());
    expect(response.status).toBe(422);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    const unknown = await ask(body, { token: 'none' });
    expect(unknown.response.status).toBe(401);
  });

  it('is a problem as its last event when it fails later', async () => {
    const source = await ask(
      asking(async function* () {
        yield { text: 'part 1' };
        throw new Error('out of words');
      }),
      await stack.user(),
    );
    await eventually(() => source.ended);
    expect(source.told.map(({ event }) => event)).toEqual(['part', 'problem']);
    expect(source.told[1]!.data).toMatchObject({ status: 500, code: 'INTERNAL' });
  });

  it('is cancelled after the grace of its contract when the browser goes away', async () => {
    const { script, cancelled } = endlessly();
    const source = await ask(asking(script), await stack.user(), { path: 'hasty-story' });
    await source.next();
    source.close();
    await eventually(cancelled);
  });
});
