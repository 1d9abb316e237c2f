import { Controller } from '@nestjs/common';
import { getReadModels, type ReplyOf } from '#libs/contracts';
import { EventStream, Handles } from '#libs/messaging';
import { DataSource } from '#libs/persistence';
import { loadBuilds, type BuildRow } from '../builds/load-builds.js';
import { BuildWriters, withoutCode } from '../engine/build-writers.js';

type Model = ReplyOf<typeof getReadModels>['models'][number];

interface Place {
  readonly model: string;
  readonly number: number;
  readonly sequence: string;
  readonly state: Model['state'];
  readonly reason: string | null;
  readonly parked_users: string;
}

@Controller()
export class GetReadModelsHandler {
  constructor(
    private readonly dataSource: DataSource,
    private readonly stream: EventStream,
    private readonly writers: BuildWriters,
  ) {}

  @Handles(getReadModels)
  async handle() {
    const position = await this.stream.position();
    const streamSequence = position?.lastSequence ?? 0;
    const places: Place[] = await this.dataSource.query(
      `SELECT model, table_version AS number, sequence, state, reason, (
         SELECT count(DISTINCT subject_user_id) FROM subject_versions s
         WHERE (s.model, s.table_version) = (c.model, c.table_version) AND parked IS NOT NULL
       ) AS parked_users
       FROM checkpoints c`,
    );
    const models = (await loadBuilds(this.dataSource)).map((build): Model => {
      const { model, number, role, definitionVersion: version } = build;
      const place = places.find((one) => one.model === model && one.number === number);
      const checkpoint = Number(place?.sequence ?? 0);
      return {
        ...{ model, version, build: number, role, checkpoint },
        ...this.stateOf(build, place),
        lag: Math.max(0, streamSequence - checkpoint),
        parkedUsers: Number(place?.parked_users ?? 0),
        ...(build.pause && { pause: build.pause }),
      };
    });
    return { epoch: position?.epoch ?? null, streamSequence, models };
  }

  /** A replica that stands by tells what the writer last said of itself, and nothing else of its row. */
  private stateOf(build: BuildRow, place: Place | undefined): Pick<Model, 'state' | 'reason'> {
    const writer = this.writers.all.find(
      ({ row }) => row.model === build.model && row.number === build.number,
    );
    if (writer && writer.status.state !== 'standby') {
      const { state, reason } = writer.status;
      return { state, reason };
    }
    if (!writer && !place) return { state: 'stopped', reason: withoutCode(build) };
    return { state: place?.state ?? 'standby', reason: place?.reason ?? null };
  }
}
