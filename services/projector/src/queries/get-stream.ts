import { Controller } from '@nestjs/common';
import { getStream } from '#libs/contracts';
import { EventStream, Handles } from '#libs/messaging';
import { DataSource } from '#libs/persistence';
import { lookAtStream } from '../restore/look-at-stream.js';
import { StreamKeeper } from '../stream/stream-keeper.js';

@Controller()
export class GetStreamHandler {
  constructor(
    private readonly dataSource: DataSource,
    private readonly stream: EventStream,
    private readonly keeper: StreamKeeper,
  ) {}

  @Handles(getStream)
  async handle() {
    const seen = await lookAtStream(this.dataSource, this.stream);
    return seen.state === 'restoring' ? { ...seen, problem: this.keeper.problem } : seen;
  }
}
