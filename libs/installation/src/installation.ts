import type { Provider } from '@nestjs/common';
import type { Installation as Told } from '#libs/contracts';
import { Connection, permissionDrift } from '#libs/messaging';
import { DataSource, lookAtDatabase, type StoringService } from '#libs/persistence';
import type { ServiceEnvironment } from '#libs/telemetry';

/** How this instance is installed: process, NATS credential and Postgres, looked at anew each time. */
export class Installation {
  constructor(
    private readonly service: StoringService,
    private readonly config: ServiceEnvironment,
    private readonly connection: Connection,
    private readonly dataSource: DataSource,
  ) {}

  static ofService(service: StoringService, config: ServiceEnvironment): Provider {
    return {
      provide: Installation,
      inject: [Connection, DataSource],
      useFactory: (connection: Connection, dataSource: DataSource) =>
        new Installation(service, config, connection, dataSource),
    };
  }

  async look(): Promise<Told> {
    const [permissions, database] = await Promise.all([
      permissionDrift(this.connection, this.service),
      lookAtDatabase(this.dataSource),
    ]);
    return {
      instance: this.config.PHOENIX_INSTANCE,
      node: process.versions.node,
      environment: this.config.PHOENIX_ENV,
      clock: new Date().toISOString(),
      permissions,
      database,
    };
  }
}
