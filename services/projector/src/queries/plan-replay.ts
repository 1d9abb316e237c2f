import { Controller } from '@nestjs/common';
import { planReplay, type RequestOf } from '#libs/contracts';
import { EventStream, Handles } from '#libs/messaging';
import { DataSource } from '#libs/persistence';
import { newestDefinition } from '../builds/newest-definition.js';
import { BuildWriters } from '../engine/build-writers.js';
import { noSuchModel } from '../replay/refuse-replay.js';

interface Known {
  readonly build: number;
  readonly version: number;
  readonly last: number;
  readonly underWay: boolean;
  /** Events a second of the last replay that came to its end; null when none did. */
  readonly perSecond: number | null;
}

/** What is assumed of a machine that has not replayed yet. */
const cautiousPerSecond = 3_000;

@Controller()
export class PlanReplayHandler {
  constructor(
    private readonly dataSource: DataSource,
    private readonly stream: EventStream,
    private readonly writers: BuildWriters,
  ) {}

  @Handles(planReplay)
  async handle({ model }: RequestOf<typeof planReplay>) {
    const definition = newestDefinition(this.writers.definitions, model);
    const [known] = await this.known(model);
    if (!definition || !known) return noSuchModel(model);
    const events = (await this.stream.position())?.lastSequence ?? 0;
    return {
      ...{ model, events, underWay: known.underWay },
      live: { build: known.build, version: known.version },
      next: { build: known.last + 1, version: definition.version },
      tables: definition.tables.map(({ name }) => `${name}_v${known.last + 1}`),
      expectedSeconds: Math.ceil(events / (known.perSecond ?? cautiousPerSecond)),
    };
  }

  private known(model: string): Promise<Known[]> {
    return this.dataSource.query(
      `SELECT b.build, b.definition_version AS version,
              (SELECT max(build) FROM builds WHERE model = $1) AS last,
              EXISTS (SELECT FROM replays WHERE model = $1 AND ended_at IS NULL) AS "underWay",
              (SELECT c.sequence / greatest(extract(epoch FROM filled_at - started_at), 0.001)
               FROM replays r JOIN checkpoints c ON (c.model, c.table_version) = (r.model, r.build)
               WHERE r.model = $1 AND filled_at IS NOT NULL AND c.sequence > 10000
               ORDER BY started_at DESC LIMIT 1)::float8 AS "perSecond"
       FROM builds b WHERE b.model = $1 AND b.state = 'live'`,
      [model],
    );
  }
}
