import { createRequire } from 'node:module';
import { Controller, Get } from '@nestjs/common';
import { z } from 'zod';
import { Operation } from '../wire/operation.js';

const { version } = createRequire(import.meta.url)('#package.json') as { version: string };

const entrance = z.object({
  service: z.literal('phoenix'),
  version: z.string(),
  servicesUrl: z.string(),
  catalogueUrl: z.string(),
});

/** For whoever opens the bare address. */
@Controller()
export class ShowEntranceRoute {
  @Operation('Where to begin; a browser gets the page.', { reply: entrance })
  @Get()
  entrance() {
    return {
      service: 'phoenix' as const,
      version,
      servicesUrl: '/api/services',
      catalogueUrl: '/api/luna/energy/catalogue',
    };
  }
}
