import { Controller } from '@nestjs/common';
import { getProjectorInstallation } from '#libs/contracts';
import { Installation } from '#libs/installation';
import { Handles } from '#libs/messaging';
import { DataSource } from '#libs/persistence';
import { StreamKeeper } from '../stream/stream-keeper.js';

/** Parts are bounded by instants; the first one has no lower bound. */
const monthsUntil = `
  SELECT max(substring(pg_get_expr(part.relpartbound, part.oid) FROM 'TO \\(''([^'']+)''\\)')::timestamptz) AS until
  FROM pg_inherits JOIN pg_class AS part ON part.oid = inhrelid
  WHERE inhparent IN (
    SELECT to_regclass('projector.' || quote_ident(name)) FROM builds, unnest(tables) AS name
    WHERE model = 'event-store' AND state = 'live' AND dropped_at IS NULL)`;

@Controller()
export class GetInstallationHandler {
  constructor(
    private readonly installation: Installation,
    private readonly dataSource: DataSource,
    private readonly keeper: StreamKeeper,
  ) {}

  @Handles(getProjectorInstallation)
  async handle() {
    const [row]: { until: Date | null }[] = await this.dataSource.query(monthsUntil);
    return {
      ...(await this.installation.look()),
      stream: this.keeper.size,
      monthsUntil: row!.until?.toISOString() ?? null,
    };
  }
}
