import { Controller } from '@nestjs/common';
import { listCvEventLog, type RequestOf } from '#libs/contracts';
import { Handles } from '#libs/messaging';
import { DataSource, listEventLog } from '#libs/persistence';

@Controller()
export class ListEventLogHandler {
  constructor(private readonly dataSource: DataSource) {}

  @Handles(listCvEventLog)
  handle(request: RequestOf<typeof listCvEventLog>) {
    return listEventLog(this.dataSource, request);
  }
}
