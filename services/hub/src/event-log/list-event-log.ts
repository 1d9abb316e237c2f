import { Controller } from '@nestjs/common';
import { listHubEventLog, type RequestOf } from '#libs/contracts';
import { Handles } from '#libs/messaging';
import { DataSource, listEventLog } from '#libs/persistence';

@Controller()
export class ListEventLogHandler {
  constructor(private readonly dataSource: DataSource) {}

  @Handles(listHubEventLog)
  handle(request: RequestOf<typeof listHubEventLog>) {
    return listEventLog(this.dataSource, request);
  }
}
