import { Controller } from '@nestjs/common';
import { getLedger } from '#libs/contracts';
import { Handles } from '#libs/messaging';
import { DataSource } from '#libs/persistence';
import { readLedgerState } from './ledger-state.js';

@Controller()
export class GetLedgerHandler {
  constructor(private readonly dataSource: DataSource) {}

  @Handles(getLedger)
  handle() {
    return readLedgerState(this.dataSource);
  }
}
