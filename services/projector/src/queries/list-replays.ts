import { Controller } from '@nestjs/common';
import { listReplays, type RequestOf } from '#libs/contracts';
import { EventStream, Handles } from '#libs/messaging';
import { DataSource } from '#libs/persistence';
import { listRuns } from '../replay/list-runs.js';

@Controller()
export class ListReplaysHandler {
  constructor(
    private readonly dataSource: DataSource,
    private readonly stream: EventStream,
  ) {}

  @Handles(listReplays)
  async handle(request: RequestOf<typeof listReplays>) {
    const end = (await this.stream.position())?.lastSequence ?? 0;
    return { replays: await listRuns(this.dataSource, request, end) };
  }
}
