import { Injectable, Optional, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { hideSecrets, Readiness, type Ready } from '#libs/telemetry';
import { reasonOf } from './postgres-errors.js';

/** Tells readiness whether Postgres answers, and closes the pool when the application ends. */
@Injectable()
export class PostgresConnection implements OnApplicationShutdown {
  constructor(
    private readonly dataSource: DataSource,
    @Optional() readiness?: Readiness,
  ) {
    readiness?.register('postgres', () => this.check());
  }

  async onApplicationShutdown(): Promise<void> {
    if (this.dataSource.isInitialized) await this.dataSource.destroy();
  }

  /** Readiness itself bounds the time. */
  private async check(): Promise<Ready> {
    try {
      await this.dataSource.query('SELECT 1');
      return { ready: true };
    } catch (error) {
      const why = hideSecrets(reasonOf(error));
      return { ready: false, reason: `Postgres does not answer (${why}). Start it.` };
    }
  }
}
