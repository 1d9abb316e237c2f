import { randomUUID } from 'node:crypto';
import { Controller, Module } from '@nestjs/common';
import type { RequestOf, ServiceName } from '#libs/contracts';
import {
  Connection,
  Handles,
  MessageClient,
  newCaller,
  runService,
  type Call,
  type Caller,
  type Parts,
  type RunningService,
} from '#libs/messaging';
import { createLog, parseConfig, serviceEnvironment } from '#libs/telemetry';
import { observer, TestBroker, TestIdentities } from '#libs/testing';
import {
  plantStories,
  tellCalmly,
  tellHastily,
  tellLively,
  tellSteadily,
  tellStory,
} from './stories.js';

/** What a handler does in one work. */
export type Script = (call: Call) => Parts<typeof tellStory>;

const scripts = new Map<string, Script>();

@Controller()
class Storyteller {
  @Handles(tellStory)
  tell({ script }: RequestOf<typeof tellStory>, call: Call): Parts<typeof tellStory> {
    return scripts.get(script)!(call);
  }

  @Handles(tellHastily)
  async *hastily({ script }: RequestOf<typeof tellHastily>, call: Call) {
    return (yield* scripts.get(script)!(call)) as { words: number };
  }

  @Handles(tellLively)
  async *lively({ script }: RequestOf<typeof tellLively>, call: Call) {
    return (yield* scripts.get(script)!(call)) as { words: number };
  }

  @Handles(tellSteadily)
  async *steadily({ script }: RequestOf<typeof tellSteadily>, call: Call) {
    return (yield* scripts.get(script)!(call)) as { words: number };
  }

  @Handles(tellCalmly)
  async *calmly({ script }: RequestOf<typeof tellCalmly>, call: Call) {
    return (yield* scripts.get(script)!(call)) as { words: number };
  }
}

@Module({ controllers: [Storyteller] })
class StoryModule {}

const log = createLog({ service: 'test', instance: 'test', level: 'silent', format: 'json' });

/** A broker, tokens, and any number of instances of the service that tells stories. */
export class StoryStack {
  readonly instances: RunningService[] = [];
  private readonly connections: Connection[] = [];

  private constructor(
    readonly broker: TestBroker,
    readonly identities: TestIdentities,
  ) {}

  static async start(instances = 1): Promise<StoryStack> {
    plantStories();
    const [broker, identities] = await Promise.all([TestBroker.start(), TestIdentities.make()]);
    const stack = new StoryStack(broker, identities);
    await identities.publish(await stack.connect('website'));
    for (let n = 0; n < instances; n++) await stack.run();
    return stack;
  }

  async run(): Promise<RunningService> {
    const env = {
      PHOENIX_ENV: 'test',
      PHOENIX_LOG_LEVEL: process.env.TEST_LOG_LEVEL ?? 'silent',
      NATS_URL: this.broker.url,
      NATS_NKEY_SEED_FILE: this.broker.seedFile('letters'),
      PORT: '0',
    };
    const config = parseConfig(serviceEnvironment, env, { service: 'letters' });
    const running = await runService({ service: 'letters', config, module: () => StoryModule });
    this.instances.push(running);
    return running;
  }

  async connect(caller: string): Promise<Connection> {
    const [servers, seedFile] = [[this.broker.url], this.broker.seedFile(caller)];
    const name = `test-${this.connections.length}`;
    const connection = await Connection.open({ servers, caller, name, seedFile, log });
    this.connections.push(connection);
    return connection;
  }

  /** A connection that may do everything. */
  observe(): Promise<Connection> {
    return this.connect(observer);
  }

  async client(service: ServiceName = 'website'): Promise<MessageClient> {
    return new MessageClient(await this.connect(service), service);
  }

  async user(): Promise<Caller & { token: string }> {
    const token = await this.identities.token(randomUUID());
    return { ...newCaller(token), token };
  }

  async stop(): Promise<void> {
    await Promise.all(this.instances.map(({ app }) => app.close()));
    await Promise.all(this.connections.map((connection) => connection.close()));
    await this.broker.stop();
    await this.identities.remove();
  }
}

/** A request for what this script does. */
export function asking(script: Script): { script: string; idempotencyKey: string } {
  const name = randomUUID();
  scripts.set(name, script);
  return { script: name, idempotencyKey: randomUUID() };
}

/** A script that tells one part and then waits until it is cancelled; `cancelled` says how often it was. */
export function endlessly(): { script: Script; cancelled: () => number; reasons: unknown[] } {
  const reasons: unknown[] = [];
  const script: Script = async function* ({ cancelled }) {
    yield { text: 'once upon a time' };
    await new Promise<void>((resolve) => {
      if (cancelled.aborted) resolve();
      cancelled.addEventListener('abort', () => resolve(), { once: true });
    });
    reasons.push(cancelled.reason);
    return { words: 4 };
  };
  return { script, cancelled: () => reasons.length, reasons };
}
