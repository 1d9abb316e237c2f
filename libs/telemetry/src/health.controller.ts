import { Controller, Get, Header, Inject, Res } from '@nestjs/common';
import { collectProcessMetrics, metricsRegistry } from './metrics.js';
import { Measurements } from './measurements.js';
import { Readiness, type ReadinessStatus } from './readiness.js';

export const SERVICE_IDENTITY = Symbol('service identity');

export interface ServiceIdentity {
  readonly service: string;
  readonly version: string;
  readonly instance: string;
}

interface Reply {
  status(code: number): unknown;
}

/** What a supervisor, a load balancer and Prometheus ask a service; no answer is to be cached. */
@Controller()
export class HealthController {
  constructor(
    private readonly readiness: Readiness,
    private readonly measurements: Measurements,
    @Inject(SERVICE_IDENTITY) private readonly identity: ServiceIdentity,
  ) {
    collectProcessMetrics();
  }

  /** 200 as long as the process answers at all; asks nobody else. */
  @Get('live')
  @Header('cache-control', 'no-store')
  live(): { live: true } {
    return { live: true };
  }

  /** 200 when the service can serve, else 503; each check with its reason. */
  @Get('ready')
  @Header('cache-control', 'no-store')
  async ready(@Res({ passthrough: true }) reply: Reply): Promise<ReadinessStatus> {
    const status = await this.readiness.status();
    reply.status(status.ready ? 200 : 503);
    return status;
  }

  /** Like `/ready`, with who answers and for how long it has been up. */
  @Get('health')
  @Header('cache-control', 'no-store')
  async health(@Res({ passthrough: true }) reply: Reply) {
    const uptimeSeconds = Math.floor(process.uptime());
    return { ...this.identity, uptimeSeconds, ...(await this.ready(reply)) };
  }

  /** All figures in Prometheus' text form. */
  @Get('metrics')
  @Header('cache-control', 'no-store')
  @Header('content-type', metricsRegistry.contentType)
  async metrics(): Promise<string> {
    await Promise.all([this.readiness.status(), this.measurements.take()]);
    return metricsRegistry.metrics();
  }
}
