import { Controller } from '@nestjs/common';
import { listWebsiteEventLog, type RequestOf } from '#libs/contracts';
import { Handles } from '#libs/messaging';
import { DataSource, listEventLog } from '#libs/persistence';

@Controller()
export class ListEventLogHandler {
  constructor(private readonly dataSource: DataSource) {}

  @Handles(listWebsiteEventLog)
  handle(request: RequestOf<typeof listWebsiteEventLog>) {
    return listEventLog(this.dataSource, request);
  }
}
