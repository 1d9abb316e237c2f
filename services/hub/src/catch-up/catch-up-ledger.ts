import { Controller } from '@nestjs/common';
import { catchUpLedger } from '#libs/contracts';
import { Handles } from '#libs/messaging';
import { askForCatchUp, DataSource, OutboxRelay } from '#libs/persistence';
import { readLedgerState } from './ledger-state.js';

/** Writes down that it is wanted; the one relay that publishes does it, in whichever instance it is. */
@Controller()
export class CatchUpLedgerHandler {
  constructor(
    private readonly dataSource: DataSource,
    private readonly relay: OutboxRelay,
  ) {}

  @Handles(catchUpLedger)
  async handle() {
    await this.dataSource.query(askForCatchUp.text, [
      'Postgres is older than the event stream: what is missing is being taken over.',
    ]);
    this.relay.compareNow();
    return readLedgerState(this.dataSource);
  }
}
