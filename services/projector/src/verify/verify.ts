import type { Follower } from '../engine/follower.js';
import type { ReplayPlace } from '../replay/work-on-replay.js';
import { wholeStream, type Scope } from '../engine/scope.js';
import { rest } from '../rest.js';
import { compareSides } from './compare-sides.js';
import { Differences, type Report, type TableReport } from './report.js';
import { Side } from './side.js';
import { tellFromStream } from './tell-from-stream.js';

const lookEveryMs = 100;
const longestWaitMs = 60_000;

/**
 * Compares shadow, live and what the stream itself tells, all three at one sequence; live goes on meanwhile. Undefined
 * when the signal aborts first. Throws when live does not come as far as the shadow within a minute.
 */
export async function verify(place: ReplayPlace, scope: Scope): Promise<Report | undefined> {
  const startedAt = performance.now();
  const live = await liveBeside(place);
  if (!live) return undefined;
  try {
    await place.follower.follow(place.signal, { batchSize: 500, until: live.sequence });
    if (place.signal.aborted) return undefined;
    const { dataSource, build } = place;
    const shadow = await Side.open(dataSource, 'shadow', build.model, build.number);
    try {
      return await compare(place, { shadow, live, scope }, startedAt);
    } finally {
      await shadow.close();
    }
  } finally {
    await live.close();
  }
}

/** The live build in a snapshot that is as far as the shadow, or farther. */
async function liveBeside({ dataSource, build, follower, signal }: ReplayPlace) {
  const end = performance.now() + longestWaitMs;
  while (!signal.aborted) {
    const live = await Side.open(dataSource, 'live', build.model, await liveBuild());
    if (live.sequence >= follower.checkpoint.sequence) return live;
    await live.close();
    if (performance.now() > end) throw new Error(tooLate(live, follower));
    await rest(lookEveryMs, signal);
  }
  return undefined;

  async function liveBuild(): Promise<number> {
    const rows: { number: number }[] = await dataSource.query(
      'SELECT table_version AS number FROM read_model_pointers WHERE model = $1',
      [build.model],
    );
    return rows[0]!.number;
  }
}

function tooLate(live: Side, { checkpoint }: Follower): string {
  return `the live build has only reached ${live.sequence}, and the shadow ${checkpoint.sequence}`;
}

async function compare(
  place: ReplayPlace,
  sides: { shadow: Side; live: Side; scope: Scope },
  startedAt: number,
): Promise<Report | undefined> {
  const { build, stream, signal } = place;
  const { onlyUser, fromSequence } = sides.scope;
  const scope = onlyUser === null && fromSequence === 1 ? wholeStream : sides.scope;
  const differences = new Differences();
  const events = await tellFromStream(place, { ...sides, scope }, differences);
  const tables: TableReport[] = [];
  for (const table of build.definition.tables) {
    if (signal.aborted) return undefined;
    tables.push(await compareSides({ ...sides, scope, stream }, table, differences));
  }
  if (signal.aborted) return undefined;
  return {
    ...{ sequence: sides.live.sequence, events, tables, differences: differences.first() },
    clean: !differences.any && tables.every(({ users }) => users === 0),
    tookMs: Math.round(performance.now() - startedAt),
  };
}
