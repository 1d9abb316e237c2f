import { Controller } from '@nestjs/common';
import { discardBuild, type RequestOf } from '#libs/contracts';
import { Handles } from '#libs/messaging';
import { DataSource, transaction, type EntityManager } from '#libs/persistence';
import { newestDefinition } from '../builds/newest-definition.js';
import { BuildWriters } from '../engine/build-writers.js';
import { noSuchModel, refuseReplay } from '../replay/refuse-replay.js';

@Controller()
export class DiscardBuildHandler {
  constructor(
    private readonly dataSource: DataSource,
    private readonly writers: BuildWriters,
  ) {}

  @Handles(discardBuild)
  async handle({ model, build }: RequestOf<typeof discardBuild>) {
    if (!newestDefinition(this.writers.definitions, model)) return noSuchModel(model);
    const state = await transaction(this.dataSource, (tx) => discard(tx, model, build));
    if (state === 'live') return refuseReplay(model, 'is-read');
    if (state === 'shadow') return refuseReplay(model, 'under-way');
    if (state !== 'standby') return refuseReplay(model, 'no-such-build');
    await this.writers.look();
    return { model, build };
  }
}

/** What the build was; a standby is discarded, its tables go as soon as its writer has stopped. */
async function discard(
  tx: EntityManager,
  model: string,
  build: number,
): Promise<string | undefined> {
  const keys = [model, build];
  const [row]: { state: string }[] = await tx.query(
    'SELECT state FROM builds WHERE model = $1 AND build = $2 FOR UPDATE',
    keys,
  );
  if (row?.state !== 'standby') return row?.state;
  await tx.query(`UPDATE builds SET state = 'discarded' WHERE model = $1 AND build = $2`, keys);
  await tx.query(`UPDATE replays SET state = 'discarded' WHERE model = $1 AND build = $2`, keys);
  return row.state;
}
