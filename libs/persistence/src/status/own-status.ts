import { Inject, Injectable, Optional } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { ServiceStatus } from '#libs/contracts';
import {
  gauge,
  Measurements,
  Readiness,
  SERVICE_IDENTITY,
  type ServiceIdentity,
} from '#libs/telemetry';
import { OutboxRelay } from '../relay/outbox-relay.js';
import type { StoringService } from '../roles.js';
import { readDatabaseFigures } from './database-figures.js';
import { readBacklog, readPublisher } from './outbox-figures.js';
import { tellWithin } from './tell-within.js';

const databaseMetrics = {
  connections: gauge(
    'phoenix_database_used_connections',
    'Connections to the Postgres server, of all services and everybody else',
  ),
  limit: gauge(
    'phoenix_database_limit_connections',
    'Connections that the Postgres server takes from those who are no superuser',
  ),
  answer: gauge(
    'phoenix_database_answer_seconds',
    'How long Postgres took to answer a question that costs it nothing',
  ),
};

/** What this instance tells of itself: the part of its status that every service with a database has. */
@Injectable()
export class OwnStatus {
  constructor(
    private readonly dataSource: DataSource,
    @Optional() private readonly readiness?: Readiness,
    @Optional() @Inject(SERVICE_IDENTITY) private readonly identity?: ServiceIdentity,
    @Optional() private readonly relay?: OutboxRelay,
    @Optional() measurements?: Measurements,
  ) {
    measurements?.register('database', () => this.measure());
  }

  async read(): Promise<ServiceStatus> {
    const [health, database, outbox] = await Promise.all([
      this.readiness?.status(),
      tellWithin(() => readDatabaseFigures(this.dataSource)),
      tellWithin(() => this.outbox()),
    ]);
    const { ready = true, checks = [] } = health ?? {};
    return {
      instance: this.identity?.instance ?? '',
      ready,
      checks: checks.map((check) => ({ ...check, reason: check.reason ?? null })),
      database,
      outbox,
    };
  }

  private async outbox(): Promise<ServiceStatus['outbox']> {
    const { relay, dataSource, identity } = this;
    if (!relay || !identity) return null;
    const { active, problem } = relay.status();
    const [{ events: waiting, oldestSeconds }, held] = await Promise.all([
      readBacklog(({ text }) => dataSource.query(text)),
      readPublisher(
        (text, values) => dataSource.query(text, values),
        identity.service as StoringService,
      ),
    ]);
    const publisher = active ? 'this instance' : held ? 'another instance' : 'nobody';
    return { waiting, oldestSeconds, publisher, problem };
  }

  private async measure(): Promise<void> {
    const { connections, limit, answerMs } = await readDatabaseFigures(this.dataSource);
    databaseMetrics.connections.set(connections);
    databaseMetrics.limit.set(limit);
    databaseMetrics.answer.set(answerMs / 1_000);
  }
}
