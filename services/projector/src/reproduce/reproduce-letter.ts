import type { getDeadLetter, EventEnvelope, ReplyOf } from '#libs/contracts';
import { newestDefinition } from '../builds/newest-definition.js';
import type { Fact } from '../engine/fact.js';
import { planBatch } from '../engine/plan-batch.js';
import { keyOf } from '../engine/subject.js';
import type { ReadModel } from '../read-models/read-model.js';

export type Letter = ReplyOf<typeof getDeadLetter>;

export interface Reproduced {
  readonly taken: boolean;
  readonly lines: readonly string[];
}

/** What the definition that is in these sources makes of a dead letter, as if its turn had come; asks no database. */
export function reproduceLetter(letter: Letter, definitions: readonly ReadModel[]): Reproduced {
  const definition = newestDefinition(definitions, letter.model);
  if (!definition) return failed(`These sources have no read model ${letter.model}.`);
  if (letter.envelope === null) return failed(`It is no event of ours: ${letter.explanation}.`);
  const fact = factOf(letter, letter.envelope as unknown as EventEnvelope);
  const before = { version: fact.envelope.subjectVersion - 1, parked: null };
  const plan = planBatch(definition, [fact], new Map([[keyOf(fact.envelope), before]]));
  const [refused] = plan.letters.values();
  const name = `${letter.type} at sequence ${letter.sequence}`;
  if (refused) return failed(`${letter.model} cannot take ${name}: ${refused.explanation}`);
  const rows = [...plan.rows].flatMap(([table, all]) =>
    all.map((row) => `  ${table} ${JSON.stringify(row)}`),
  );
  const verdict = `${letter.model}, version ${definition.version}, takes ${name}; whether Postgres takes its rows was not tried:`;
  return { taken: true, lines: [verdict, ...rows] };
}

function failed(line: string): Reproduced {
  return { taken: false, lines: [line] };
}

function factOf(
  { epoch, sequence, recordedAt, data, dataBase64 }: Letter,
  envelope: EventEnvelope,
): Fact {
  const bytes = dataBase64 === undefined ? Buffer.from(data) : Buffer.from(dataBase64, 'base64');
  return { epoch, sequence, recordedAt, bytes, envelope };
}
