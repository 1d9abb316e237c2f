import { Controller } from '@nestjs/common';
import { getHubStatus } from '#libs/contracts';
import { Handles } from '#libs/messaging';
import { DataSource, OwnStatus, tellWithin } from '#libs/persistence';
import { gauge, Measurements } from '#libs/telemetry';
import { readLedgerState } from '../catch-up/ledger-state.js';
import { countHolds } from './count-holds.js';

const hubMetrics = {
  open: gauge('phoenix_energy_open_holds', 'Holds that are open, of all accounts'),
  overdue: gauge(
    'phoenix_energy_overdue_holds',
    'Holds that are open a minute after their deadline, or longer',
  ),
  takesChanges: gauge(
    'phoenix_ledger_takes_changes',
    'Whether the ledger takes changes: 1 when its Postgres is as new as the event stream, 0 when not',
  ),
};

@Controller()
export class GetHubStatusHandler {
  constructor(
    private readonly own: OwnStatus,
    private readonly dataSource: DataSource,
    measurements: Measurements,
  ) {
    measurements.register('holds', async () => {
      const { open, overdue } = await countHolds(dataSource);
      hubMetrics.open.set(open);
      hubMetrics.overdue.set(overdue);
    });
    measurements.register('ledger', async () => {
      const { state } = await readLedgerState(dataSource);
      hubMetrics.takesChanges.set(state === 'agreed' ? 1 : 0);
    });
  }

  @Handles(getHubStatus)
  async handle() {
    const [own, holds] = await Promise.all([
      this.own.read(),
      tellWithin(() => countHolds(this.dataSource)),
    ]);
    return { ...own, holds };
  }
}
