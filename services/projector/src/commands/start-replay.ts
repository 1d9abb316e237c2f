import { randomUUID } from 'node:crypto';
import { Controller } from '@nestjs/common';
import { Refusal, startReplay, type RequestOf } from '#libs/contracts';
import { EventStream, Handles } from '#libs/messaging';
import { DataSource, sqlState, transaction, type EntityManager } from '#libs/persistence';
import { makeBuild } from '../builds/make-build.js';
import { newestDefinition } from '../builds/newest-definition.js';
import { BuildWriters } from '../engine/build-writers.js';
import type { ReadModel } from '../read-models/read-model.js';
import { noSuchModel, refuseReplay } from '../replay/refuse-replay.js';
import { newestRun } from './answer-run.js';

type Request = RequestOf<typeof startReplay>;

const uniqueViolation = '23505';

@Controller()
export class StartReplayHandler {
  constructor(
    private readonly dataSource: DataSource,
    private readonly stream: EventStream,
    private readonly writers: BuildWriters,
  ) {}

  @Handles(startReplay)
  async handle(request: Request) {
    const { model, kind, fromSequence, fromTime, user } = request;
    const definition = newestDefinition(this.writers.definitions, model);
    if (!definition) return noSuchModel(model);
    if (kind === 'replay' && (fromSequence ?? fromTime ?? user) !== undefined)
      return refuseReplay(model, 'part-of-the-stream');
    if (!comparable(definition, request)) return refuseReplay(model, 'sums-up');
    const from = fromSequence ?? (await this.sequenceAt(fromTime));
    const refused = await this.begin(definition, request, from);
    if (refused) return refused;
    await this.writers.look();
    return newestRun(this.dataSource, this.stream, model);
  }

  /** The one replay that a model may have under way is kept so by a unique index. */
  private async begin(definition: ReadModel, request: Request, from: number) {
    const { model } = request;
    try {
      return await transaction(this.dataSource, (tx) => start(tx, definition, request, from));
    } catch (error) {
      if (sqlState(error) === uniqueViolation) return refuseReplay(model, 'under-way');
      throw error;
    }
  }

  /** The first sequence that the stream took at this time or later, by the event store. */
  private async sequenceAt(time: string | undefined): Promise<number> {
    if (time === undefined) return 1;
    const [pointer]: { number: number }[] = await this.dataSource.query(
      `SELECT table_version AS number FROM read_model_pointers WHERE model = 'event-store'`,
    );
    const rows: { sequence: string | null }[] = await this.dataSource.query(
      `SELECT min(stream_sequence) AS sequence FROM event_store_v${pointer!.number} WHERE recorded_at >= $1`,
      [time],
    );
    return Number(rows[0]?.sequence ?? (await this.stream.position())?.lastSequence ?? 0) || 1;
  }
}

/** Rows that sum events up cannot be compared when some of their events are left out. */
function comparable({ tables }: ReadModel, { fromSequence, fromTime, user }: Request): boolean {
  const summed = tables.filter(({ rows }) => rows !== 'added for ever' && 'summedPer' in rows);
  if ((fromSequence ?? fromTime) !== undefined && summed.length > 0) return false;
  return user === undefined || summed.every(({ of }) => of.user !== null);
}

async function start(
  tx: EntityManager,
  definition: ReadModel,
  { model, kind, rate, user }: Request,
  from: number,
): Promise<Refusal<'REPLAY_REFUSED'> | undefined> {
  const [known]: { last: number; shadows: number }[] = await tx.query(
    `SELECT max(build) AS last, count(*) FILTER (WHERE state = 'shadow')::int AS shadows
     FROM builds WHERE model = $1`,
    [model],
  );
  if (known!.shadows > 0) return refuseReplay(model, 'under-way');
  const number = known!.last + 1;
  await makeBuild(tx, definition, number, 'shadow');
  await tx.query(
    `INSERT INTO replays (id, model, build, kind, state, rate, only_user, from_sequence)
     VALUES ($1, $2, $3, $4, 'running', $5, $6, $7)`,
    [randomUUID(), model, number, kind, rate ?? null, user ?? null, from],
  );
  return undefined;
}
