import { Connection, MessageClient } from '#libs/messaging';
import { createLog } from '#libs/telemetry';
import { StackProcess } from '#libs/testing';
import { HttpStack } from '../e2e/http-stack.js';
import { Operator } from './operator.js';

const log = createLog({ service: 'night', instance: 'night', level: 'silent', format: 'json' });

/** A stack of its own in which something goes wrong, its users, and the operator who is called. */
export class Night {
  private constructor(
    readonly stack: StackProcess,
    /** The house as it runs now: another after `up`. */
    public house: HttpStack,
    readonly operator: Operator,
  ) {}

  static async begin(
    args: string[] = [],
    env: NodeJS.ProcessEnv = {},
    prepare?: (home: string) => Promise<void>,
  ): Promise<Night> {
    const stack = await StackProcess.start(args, env, prepare);
    return new Night(stack, await HttpStack.start(stack), await Operator.at(stack));
  }

  /** Somebody with an account, whose books agree by now. */
  async user() {
    const user = await this.house.signedInUser();
    await this.operator.must(`npm run phoenix -- books --user ${user.userId}`);
    return user;
  }

  /** Whoever administers Postgres, as no service may. */
  async sql(statement: string, values: unknown[] = []): Promise<Record<string, string>[]> {
    const { rows } = await this.house.database.query<Record<string, string>>(statement, values);
    return rows;
  }

  /** The table, of the build that is read, of one of the model's tables. */
  async tableOf(model: string, name: string): Promise<string> {
    const [pointer] = await this.sql(
      'SELECT table_version AS build FROM projector.read_model_pointers WHERE model = $1',
      [model],
    );
    return `projector.${name}_v${pointer!.build}`;
  }

  /** Asks as a service that is gone once it has its answers. */
  async as<T>(
    service: 'letters' | 'website',
    ask: (client: MessageClient) => Promise<T>,
  ): Promise<T> {
    const { natsUrl, natsSeedFiles } = await this.stack.addresses();
    const options = { servers: [natsUrl], caller: service, name: 'night', log };
    const connection = await Connection.open({ ...options, seedFile: natsSeedFiles[service]! });
    try {
      return await ask(new MessageClient(connection, service));
    } finally {
      await connection.close();
    }
  }

  async down(): Promise<void> {
    await this.house.database.end();
    await this.stack.down();
  }

  /** Starts it again, of another release where one is given, and waits until it is ready. */
  async up(release?: string): Promise<void> {
    await this.stack.up(release);
    this.house = await HttpStack.start(this.stack);
  }

  async end(): Promise<void> {
    await this.operator.leave();
    await this.house.database.end().catch(() => undefined);
    await this.stack.stop();
  }
}
