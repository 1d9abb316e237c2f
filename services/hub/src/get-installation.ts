import { Controller } from '@nestjs/common';
import { getHubInstallation } from '#libs/contracts';
import { Installation } from '#libs/installation';
import { Handles } from '#libs/messaging';

@Controller()
export class GetInstallationHandler {
  constructor(private readonly installation: Installation) {}

  @Handles(getHubInstallation)
  handle() {
    return this.installation.look();
  }
}
