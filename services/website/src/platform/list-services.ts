import { Get } from '@nestjs/common';
import { PhoenixError } from '#libs/contracts';
import { Connection, discover } from '#libs/messaging';
import { Operation } from '../wire/operation.js';
import { PublicRoutes } from '../wire/routes.js';
import { foundServices, groupByService, type FoundService } from './group-by-service.js';

@PublicRoutes('services')
export class ListServicesRoute {
  private underWay: Promise<FoundService[]> | undefined;

  constructor(private readonly connection: Connection) {}

  @Operation(
    'Every service of the house with the instances that answer now, and their own figures.',
    { reply: foundServices, refusals: ['UNAVAILABLE'] },
  )
  @Get()
  async services() {
    if (!this.connection.connected) throw unreachable();
    // Whoever asks meanwhile shares the answer, so that many readers are not many questions to every service.
    this.underWay ??= discover(this.connection)
      .then(groupByService)
      .finally(() => (this.underWay = undefined));
    return { services: await this.underWay };
  }
}

function unreachable(): PhoenixError<'UNAVAILABLE'> {
  const reason = 'there is no connection to NATS';
  return new PhoenixError('UNAVAILABLE', `The services are out of reach: ${reason}.`, { reason });
}
