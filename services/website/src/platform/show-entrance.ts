import { createRequire } from 'node:module';
import { Controller, Get } from '@nestjs/common';

const { version } = createRequire(import.meta.url)('#package.json') as { version: string };

/** Where to begin, for whoever opens the bare address. */
@Controller()
export class ShowEntranceRoute {
  @Get()
  entrance() {
    return {
      service: 'phoenix',
      version,
      servicesUrl: '/api/services',
      catalogueUrl: '/api/luna/energy/catalogue',
    };
  }
}
