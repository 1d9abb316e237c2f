import { Controller } from '@nestjs/common';
import { retryDeadLetters, type RequestOf } from '#libs/contracts';
import { Handles, type Call } from '#libs/messaging';
import { DataSource } from '#libs/persistence';
import { setTimeout as pause } from 'node:timers/promises';
import { newestDefinition } from '../builds/newest-definition.js';
import { BuildWriters } from '../engine/build-writers.js';
import { noSuchModel } from '../replay/refuse-replay.js';

interface Build {
  readonly build: number;
  readonly retries: number;
  readonly retried: number;
  readonly parked: number;
  readonly paused: boolean;
}

const lookEveryMs = 50;
const longestWaitMs = 10_000;
/** Left to the answer itself before the caller's deadline. */
const answerMs = 200;

@Controller()
export class RetryDeadLettersHandler {
  constructor(
    private readonly dataSource: DataSource,
    private readonly writers: BuildWriters,
  ) {}

  /** The writer of the build, in whatever replica, reads the order from its row. */
  @Handles(retryDeadLetters)
  async handle({ model }: RequestOf<typeof retryDeadLetters>, { deadline }: Call) {
    const before = await this.live(model);
    if (!newestDefinition(this.writers.definitions, model) || !before) return noSuchModel(model);
    const [[ordered]]: [{ retries: number }[], number] = await this.dataSource.query(
      'UPDATE builds SET retries = retries + 1 WHERE model = $1 AND build = $2 RETURNING retries',
      [model, before.build],
    );
    await this.writers.look();
    const end = Math.min(performance.now() + longestWaitMs, deadline - answerMs);
    let now = await this.live(model);
    while (now && !now.paused && now.retried < ordered!.retries && performance.now() < end) {
      await pause(lookEveryMs);
      now = await this.live(model);
    }
    const { build, retried, parked } = now ?? before;
    const tried = retried >= ordered!.retries;
    return { model, build, tried, parkedBefore: before.parked, parkedAfter: parked };
  }

  private async live(model: string): Promise<Build | undefined> {
    const [row]: Build[] = await this.dataSource.query(
      `SELECT build, retries, retried, (
         SELECT count(DISTINCT subject_user_id)::int FROM subject_versions s
         WHERE (s.model, s.table_version) = (b.model, b.build) AND parked IS NOT NULL
       ) AS parked, EXISTS (SELECT FROM model_pauses p WHERE p.model = b.model) AS paused
       FROM builds b WHERE model = $1 AND state = 'live'`,
      [model],
    );
    return row;
  }
}
