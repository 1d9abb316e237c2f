import { Injectable, Optional, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { hideSecrets, Readiness, type Ready } from '#libs/telemetry';
import { DiskRoom } from './disk-room.js';
import { reasonOf } from './postgres-errors.js';

const noRoom =
  'The disk of Postgres is full, so that changes are refused. Make room there; it goes on by itself.';

/** Tells readiness whether Postgres answers and has room, and closes the pool when the application ends. */
@Injectable()
export class PostgresConnection implements OnApplicationShutdown {
  private readonly room: DiskRoom;

  constructor(
    private readonly dataSource: DataSource,
    @Optional() readiness?: Readiness,
  ) {
    this.room = new DiskRoom(dataSource);
    readiness?.register('postgres', () => this.check());
  }

  async onApplicationShutdown(): Promise<void> {
    if (this.dataSource.isInitialized) await this.dataSource.destroy();
  }

  /** Readiness itself bounds the time. */
  private async check(): Promise<Ready> {
    try {
      await this.dataSource.query('SELECT 1');
      return (await this.room.isFull()) ? { ready: false, reason: noRoom } : { ready: true };
    } catch (error) {
      const why = hideSecrets(reasonOf(error));
      return { ready: false, reason: `Postgres does not answer (${why}). Start it.` };
    }
  }
}
