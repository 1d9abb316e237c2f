import { Controller } from '@nestjs/common';
import { getCvInstallation } from '#libs/contracts';
import { Installation } from '#libs/installation';
import { Handles } from '#libs/messaging';

@Controller()
export class GetInstallationHandler {
  constructor(private readonly installation: Installation) {}

  @Handles(getCvInstallation)
  handle() {
    return this.installation.look();
  }
}
