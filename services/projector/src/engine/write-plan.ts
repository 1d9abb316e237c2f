import { createHash } from 'node:crypto';
import { textArray, type CopyValue } from '#libs/persistence';
import { tableOf, type Build } from '../builds/build.js';
import { columnType, type ModelTable, type Row } from '../read-models/read-model.js';
import type { Checkpoint } from './checkpoint.js';
import { isCopied } from './copy-plan.js';
import { mergeRows } from './merge-rows.js';
import type { ModelSession } from './model-session.js';
import type { BatchPlan, DeadLetter } from './plan-batch.js';
import { nobody } from './subject.js';

type Columns = [type: string, values: unknown[]][];

export interface Step {
  readonly from: Checkpoint;
  readonly to: Checkpoint;
  /** What `copyPlan` adds is there already. */
  readonly copied: boolean;
}

/**
 * Writes a plan and moves the checkpoint, in one statement whose text is the same for every plan of a build. Throws
 * when the checkpoint is not where this writer left it.
 */
export async function writePlan(
  session: ModelSession,
  build: Build,
  plan: BatchPlan,
  { from, to, copied }: Step,
): Promise<void> {
  const { model, number, definition } = build;
  const values = new Values();
  const own = `${values.add(model)}::text, ${values.add(number)}::int`;
  const parts = [
    ...definition.tables
      .filter((table) => !(copied && isCopied(table)))
      .map((table) => insertRows(values, build, table, plan)),
    `INSERT INTO subject_versions (model, table_version, source, subject_user_id, version, parked)
     SELECT ${own}, * FROM ${values.unnest(subjectColumns(plan))}
     ON CONFLICT (model, table_version, source, subject_user_id)
     DO UPDATE SET version = excluded.version, parked = excluded.parked`,
    `INSERT INTO dead_letters AS known (model, table_version, sequence, epoch, source, subject_user_id,
       subject_version, reason, explanation, envelope, data, fingerprint, recorded_at)
     SELECT ${own}, * FROM ${values.unnest(letterColumns(plan))}
     ON CONFLICT ON CONSTRAINT dead_letters_version
     DO UPDATE SET reason = excluded.reason, explanation = excluded.explanation,
       attempts = known.attempts + 1, tried_at = clock_timestamp()
     WHERE known.sequence = excluded.sequence`,
  ];
  const text = `WITH ${parts.map((part, n) => `part${n} AS (${part})`).join(', ')}
    UPDATE checkpoints SET sequence = ${values.add(to.sequence)}, event_id = ${values.add(to.eventId)}
    WHERE (model, table_version) = (${own})
      AND epoch = ${values.add(from.epoch)} AND sequence = ${values.add(from.sequence)}`;
  const statement = {
    name: `write ${model} ${number}${copied ? ' beside COPY' : ''}`,
    text,
    values: values.all,
  };
  const { count } = await session.query(statement);
  if (count !== 1) throw new Error('another writer has moved the checkpoint of this read model');
}

function insertRows(values: Values, build: Build, table: ModelTable, plan: BatchPlan): string {
  const { columns, rows: kind } = table;
  const data = mergeRows(table, plan.rows.get(table.name) ?? []);
  const isJson = (column: string) => columns[column] === 'jsonb NOT NULL';
  const plain = Object.keys(columns).filter((column) => !isJson(column));
  const json = Object.keys(columns).filter(isJson);
  const names = [...plain, ...json];
  const arrays: Columns = plain.map((column) => [
    columnType(table, column),
    data.map((row) => row[column]),
  ]);
  const sources = [values.unnest(arrays), ...json.map((column) => values.elements(data, column))];
  const insert = `INSERT INTO ${tableOf(build, table)} AS kept (${names.join(', ')}) SELECT * FROM ROWS FROM (${sources.join(', ')}) AS added`;
  if (kind === 'added for ever') return insert;
  const summed = 'summedPer' in kind;
  const key = summed ? kind.summedPer : [kind.replacedBy];
  const changed = names
    .filter((column) => !key.includes(column))
    .map((column) => `${column} = ${summed ? `kept.${column} + ` : ''}excluded.${column}`);
  return `${insert} ON CONFLICT (${key.join(', ')}) DO UPDATE SET ${changed.join(', ')}`;
}

/** The values of a statement, which refers to them by number. */
class Values {
  readonly all: unknown[] = [];

  add(value: unknown): string {
    return `$${this.all.push(value)}`;
  }

  /** JSON as it is, between commas: an array of texts would have to escape every quote of it. */
  elements(rows: readonly Row[], column: string): string {
    return `jsonb_array_elements(${this.add(`[${rows.map((row) => row[column] as string).join(',')}]`)}::jsonb)`;
  }

  unnest(columns: Columns): string {
    return `unnest(${columns.map(([type, array]) => `${this.add(arrayOf(array))}::${type}[]`).join(', ')})`;
  }
}

/** As Postgres reads it, which costs less than to have it put together by `pg`; bytes are left to that. */
function arrayOf(values: readonly unknown[]): unknown {
  const texts: (string | null)[] = [];
  for (const value of values) {
    if (typeof value === 'string') texts.push(value);
    else if (value === null || value === undefined) texts.push(null);
    else if (typeof value === 'object') return values;
    else texts.push(String(value as CopyValue));
  }
  return textArray(texts);
}

function subjectColumns({ subjects }: BatchPlan): Columns {
  const all = [...subjects.values()];
  return [
    ['text', all.map(({ source }) => source)],
    ['uuid', all.map(({ userId }) => userId ?? nobody)],
    ['bigint', all.map(({ version }) => version)],
    ['text', all.map(({ parked }) => parked)],
  ];
}

function letterColumns({ letters }: BatchPlan): Columns {
  const all = [...letters.values()];
  const envelopes = all.map(envelopeOf);
  return [
    ['bigint', all.map(({ item }) => item.sequence)],
    ['uuid', all.map(({ item }) => item.epoch)],
    ['text', envelopes.map((one) => one?.source)],
    ['uuid', envelopes.map((one) => one && (one.userId ?? nobody))],
    ['bigint', envelopes.map((one) => one?.subjectVersion)],
    ['text', all.map(({ reason }) => reason)],
    ['text', all.map(({ explanation }) => explanation)],
    ['text', envelopes.map((one) => one && JSON.stringify(one))],
    ['bytea', all.map(({ item }) => item.bytes)],
    ['text', all.map(({ item }) => createHash('sha256').update(item.bytes).digest('hex'))],
    ['timestamptz', all.map(({ item }) => item.recordedAt)],
  ];
}

function envelopeOf({ item }: DeadLetter) {
  return 'problem' in item ? undefined : item.envelope;
}
