import { Controller } from '@nestjs/common';
import { getWebsiteStatus } from '#libs/contracts';
import { Handles } from '#libs/messaging';
import { OwnStatus } from '#libs/persistence';

@Controller()
export class GetWebsiteStatusHandler {
  constructor(private readonly own: OwnStatus) {}

  @Handles(getWebsiteStatus)
  handle() {
    return this.own.read();
  }
}
