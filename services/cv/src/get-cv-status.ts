import { Controller } from '@nestjs/common';
import { getCvStatus } from '#libs/contracts';
import { Handles } from '#libs/messaging';
import { countUnfinishedWork } from '#libs/paid-work';
import { DataSource, OwnStatus } from '#libs/persistence';

@Controller()
export class GetCvStatusHandler {
  constructor(
    private readonly own: OwnStatus,
    private readonly dataSource: DataSource,
  ) {}

  @Handles(getCvStatus)
  async handle() {
    const [own, work] = await Promise.all([this.own.read(), countUnfinishedWork(this.dataSource)]);
    return { ...own, work };
  }
}
