import { Controller } from '@nestjs/common';
import { restoreStream } from '#libs/contracts';
import { EventStream, Handles } from '#libs/messaging';
import { DataSource } from '#libs/persistence';
import { beginRestore } from '../restore/begin-restore.js';
import { lookAtStream } from '../restore/look-at-stream.js';

@Controller()
export class RestoreStreamHandler {
  constructor(
    private readonly dataSource: DataSource,
    private readonly stream: EventStream,
  ) {}

  @Handles(restoreStream)
  async handle() {
    await beginRestore(this.dataSource, this.stream);
    return lookAtStream(this.dataSource, this.stream);
  }
}
