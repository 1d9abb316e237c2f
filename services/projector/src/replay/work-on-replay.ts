import type { EventStream } from '#libs/messaging';
import type { DataSource } from '#libs/persistence';
import { failpoint, type Log } from '#libs/telemetry';
import type { Build } from '../builds/build.js';
import { indexBuild } from '../builds/make-build.js';
import type { Follower } from '../engine/follower.js';
import type { ModelSession } from '../engine/model-session.js';
import { verify } from '../verify/verify.js';
import { paceOf } from './pace.js';
import type { Run } from './run.js';
import { endDryRun, markCaughtUp, tellReport } from './run-rows.js';

/** Where a replay works: the writer's own session, and what it may use until the signal aborts. */
export interface ReplayPlace {
  readonly dataSource: DataSource;
  readonly stream: EventStream;
  readonly log: Log;
  readonly session: ModelSession;
  readonly build: Build;
  readonly follower: Follower;
  readonly signal: AbortSignal;
}

/** Planned in one go, so that a read waits behind it for some milliseconds only. */
const batchSize = 500;
/** So near to the end that what is left is the live builds' own lag. */
const nearlyThere = 2_000;
const dayMs = 24 * 60 * 60 * 1_000;

/** Fills a shadow up to the end of the stream, indexes it, and does what its run asks for then; begun again it goes on where it was. */
export async function workOnReplay(place: ReplayPlace, run: Run): Promise<void> {
  const { session, signal } = place;
  await fill(place, run);
  if (signal.aborted) return;
  await index(place);
  if (signal.aborted) return;
  if (run.state === 'running') await markCaughtUp(session, run.id);
  if (run.kind === 'replay' && run.state !== 'verifying') return;
  const report = await verify(place, run);
  if (!report) return;
  if (run.kind === 'dry-run') await endDryRun(session, place.build, run.id, report);
  else await tellReport(session, run.id, report);
}

async function fill({ stream, follower, dataSource, signal }: ReplayPlace, run: Run) {
  // Once caught up it must keep up, whatever the rate of the filling was.
  const rate = run.state === 'running' ? run.rate : null;
  const pace = paceOf(dataSource, stream, rate, signal);
  // No second may have more than its rate, also the first.
  const atATime = Math.min(batchSize, rate ?? batchSize);
  for (;;) {
    const until = (await stream.position())?.lastSequence ?? 0;
    await follower.follow(signal, { batchSize: atATime, until, pace });
    const end = (await stream.position())?.lastSequence ?? 0;
    if (signal.aborted || end - follower.checkpoint.sequence < nearlyThere) return;
  }
}

/** Constraints and indexes come after the rows; a row that breaks a constraint stops the shadow. */
async function index({ session, build }: ReplayPlace): Promise<void> {
  const { model, number, definition } = build;
  const { rows } = await session.query<{ indexed: boolean }>({
    text: 'SELECT indexed_at IS NOT NULL AS indexed FROM builds WHERE model = $1 AND build = $2',
    values: [model, number],
  });
  if (rows[0]?.indexed) return;
  const patient = {
    query: (text: string, values: unknown[]) =>
      session.query({ text, values, query_timeout: dayMs }),
  };
  await session.transaction(async () => {
    await patient.query('SET LOCAL statement_timeout = 0', []);
    await indexBuild(patient, definition, number);
    await failpoint('replay.in-index-build');
  });
}
