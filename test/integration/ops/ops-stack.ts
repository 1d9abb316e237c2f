import { randomUUID } from 'node:crypto';
import { consumeEnergy, openAccount } from '#libs/contracts';
import { newCaller, type Caller, type MessageClient, type RunningService } from '#libs/messaging';
import type { StoringService } from '#libs/persistence';
import { TestStack } from '#libs/testing';
import { cvService } from '../../../services/cv/src/cv-service.js';
import { hubService } from '../../../services/hub/src/hub-service.js';
import { lettersService } from '../../../services/letters/src/letters-service.js';
import { runOps } from '../../../services/ops/src/run-ops.js';
import { projectorService } from '../../../services/projector/src/projector-service.js';
import { websiteService } from '../../../services/website/src/website-service.js';

const definitions = {
  hub: hubService,
  letters: lettersService,
  cv: cvService,
  projector: projectorService,
  website: websiteService,
};

export interface Spoken {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunningCommand {
  readonly ended: Promise<Spoken>;
  /** What it has written so far. */
  readonly written: { stdout: string; stderr: string };
  /** Ctrl-C. */
  stop(): void;
}

/** A stack with some of the services, its command line, and users who spend. */
export class OpsStack {
  private constructor(
    readonly stack: TestStack,
    readonly website: MessageClient,
  ) {}

  static async start(...services: StoringService[]): Promise<OpsStack> {
    return OpsStack.on(await TestStack.start(), ...services);
  }

  static async on(stack: TestStack, ...services: StoringService[]): Promise<OpsStack> {
    await Promise.all(services.map((service) => stack.run(service, definitions[service])));
    return new OpsStack(stack, await stack.client('website'));
  }

  /** Runs one more instance of a service. */
  add(service: StoringService): Promise<RunningService> {
    return this.stack.run(service, definitions[service]);
  }

  /** What is set besides, or otherwise, in the environment of the command line. */
  more: NodeJS.ProcessEnv = {};

  /** The clock of the command line. */
  now: () => number = Date.now;

  /** What the command line reads from its environment. */
  get environment(): NodeJS.ProcessEnv {
    const { broker, identities } = this.stack;
    return {
      PHOENIX_ENV: 'test',
      NATS_URL: broker.url,
      NATS_NKEY_SEED_FILE: broker.seedFile('ops'),
      PHOENIX_SIGNING_KEY_FILE: identities.signingKeyFile,
      ...this.more,
    };
  }

  /** Runs one command to its end. */
  run(...argv: string[]): Promise<Spoken> {
    return this.begin(...argv).ended;
  }

  begin(...argv: string[]): RunningCommand {
    const stop = new AbortController();
    const written = { stdout: '', stderr: '' };
    const exit = runOps(argv, {
      env: this.environment,
      stdout: { write: (text) => (written.stdout += text) },
      stderr: { write: (text) => (written.stderr += text) },
      signal: stop.signal,
      now: this.now,
    });
    const ended = exit.then((exitCode) => ({ exitCode, ...written }));
    return { ended, written, stop: () => stop.abort() };
  }

  /** A user with an open account who has spent `times` × 5 points; the answer names the entries. */
  async spender(times: number): Promise<{ userId: string; entries: string[] }> {
    const { userId, caller } = await this.stack.user();
    await this.open(caller);
    const entries: string[] = [];
    for (let i = 0; i < times; i++) entries.push(await this.spend(caller.token!));
    return { userId, entries };
  }

  async open(caller: Caller): Promise<void> {
    await this.website.request(openAccount, {}, caller);
  }

  async spend(token: string): Promise<string> {
    const request = { action: 'conseil_rapide' as const, idempotencyKey: randomUUID() };
    return (await this.website.request(consumeEnergy, request, newCaller(token))).entryId;
  }

  /** Adds a point to one figure behind everybody's back, looks, and takes it away again. */
  withOneMore(table: string, userId: string, look: () => Promise<void>): Promise<void> {
    const add = (points: number) =>
      `UPDATE ${table} SET balance = balance + ${points} WHERE user_id = '${userId}'`;
    return this.withChange(add(1), add(-1), look);
  }

  /** Looks between two changes that an administrator makes, the second of which undoes the first. */
  async withChange(change: string, undo: string, look: () => Promise<void>): Promise<void> {
    await this.stack.database.query(change);
    try {
      await look();
    } finally {
      await this.stack.database.query(undo);
    }
  }

  stop(): Promise<void> {
    return this.stack.stop();
  }
}
