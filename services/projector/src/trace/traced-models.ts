import type { EventEnvelope, TracedEvent } from '#libs/contracts';
import type { DataSource } from '#libs/persistence';
import { loadBuilds } from '../builds/load-builds.js';
import type { Build } from '../builds/build.js';
import type { Fact } from '../engine/fact.js';
import type { StoredEvent } from '../queries/stored-event-row.js';
import type { ModelTable, ReadModel } from '../read-models/read-model.js';
import { keptRows } from './kept-rows.js';
import { madeRows } from './made-rows.js';

type TracedModel = TracedEvent['models'][number];

/** The builds that are read now, by the definitions that this projector has. */
export async function liveBuilds(
  dataSource: DataSource,
  definitions: readonly ReadModel[],
): Promise<Build[]> {
  const rows = (await loadBuilds(dataSource)).filter(({ role }) => role === 'live');
  return rows.flatMap(({ model, number, definitionVersion }) => {
    const definition = definitions.find(
      ({ name, version }) => name === model && version === definitionVersion,
    );
    return definition ? [{ model, number, definition }] : [];
  });
}

/** How one build stands to each of these events, and the rows that they make in it. */
export async function tracedModel(
  dataSource: DataSource,
  build: Build,
  { epoch, events }: { readonly epoch: string; readonly events: readonly StoredEvent[] },
): Promise<TracedModel[]> {
  const made = events.map((event) => madeRows(build.definition, factOf(event, epoch)));
  const kept = await keptRows(
    dataSource,
    build,
    made.flatMap((rows) => rows ?? []),
  );
  const { checkpoint, parked } = await placeOf(dataSource, build, events);
  return events.map(({ sequence }, at) => {
    const rows = (made[at] ?? []).map((row) => {
      const { table, key, made: cells } = row;
      return {
        ...{ table: table.name, way: wayOf(table), key, made: cells },
        kept: kept.get(row) ?? null,
      };
    });
    const taken = made[at] === null ? 'ignored' : 'taken';
    const state = parked.has(sequence) ? 'parked' : sequence > checkpoint ? 'ahead' : taken;
    return { model: build.model, build: build.number, state, rows };
  });
}

function wayOf({ rows }: ModelTable): TracedModel['rows'][number]['way'] {
  if (rows === 'added for ever') return 'added';
  return 'summedPer' in rows ? 'summed' : 'replaced';
}

async function placeOf(
  dataSource: DataSource,
  { model, number }: Build,
  events: readonly StoredEvent[],
): Promise<{ checkpoint: number; parked: ReadonlySet<number> }> {
  const [row]: { checkpoint: number; parked: number[] }[] = await dataSource.query(
    `SELECT coalesce((SELECT sequence FROM checkpoints WHERE (model, table_version) = ($1, $2)), 0)::float8 AS checkpoint,
       ARRAY(SELECT sequence::float8 FROM dead_letters
             WHERE (model, table_version) = ($1, $2) AND sequence = ANY ($3)) AS parked`,
    [model, number, events.map(({ sequence }) => sequence)],
  );
  return { checkpoint: row!.checkpoint, parked: new Set(row!.parked) };
}

/** The event as the stream gave it; its trace is known by its id only. */
function factOf(event: StoredEvent, epoch: string): Fact {
  const { eventId: id, sequence, recordedAt, data, traceId, ...told } = event;
  const traceparent = traceId === null ? '' : `00-${traceId}-${'1'.padStart(16, '0')}-01`;
  const envelope: EventEnvelope = { ...told, id, traceparent };
  const bytes = Buffer.from(JSON.stringify(data));
  return { epoch, sequence, recordedAt, bytes, envelope };
}
