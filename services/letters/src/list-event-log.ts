import { Controller } from '@nestjs/common';
import { listLettersEventLog, type RequestOf } from '#libs/contracts';
import { Handles } from '#libs/messaging';
import { DataSource, listEventLog } from '#libs/persistence';

@Controller()
export class ListEventLogHandler {
  constructor(private readonly dataSource: DataSource) {}

  @Handles(listLettersEventLog)
  handle(request: RequestOf<typeof listLettersEventLog>) {
    return listEventLog(this.dataSource, request);
  }
}
