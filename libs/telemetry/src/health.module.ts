import { Module, type DynamicModule } from '@nestjs/common';
import { HealthController, SERVICE_IDENTITY, type ServiceIdentity } from './health.controller.js';
import { Measurements } from './measurements.js';
import { Readiness } from './readiness.js';

/** Serves `/live`, `/ready`, `/health` and `/metrics`, and gives every module of the service its Readiness and Measurements. */
@Module({})
export class HealthModule {
  static forService(identity: ServiceIdentity): DynamicModule {
    return {
      module: HealthModule,
      global: true,
      controllers: [HealthController],
      providers: [Readiness, Measurements, { provide: SERVICE_IDENTITY, useValue: identity }],
      exports: [Readiness, Measurements, SERVICE_IDENTITY],
    };
  }
}
