import { house, serviceNames, type ServiceName } from '#libs/contracts';
import type { ServiceInstance } from '#libs/messaging';

type FoundEndpoint = ReturnType<typeof endpointOf>;

export interface FoundService {
  readonly service: ServiceName;
  readonly summary: string;
  /** Empty when no instance answered. */
  readonly instances: {
    readonly instance: string;
    readonly version: string;
    readonly started: string;
    readonly endpoints: FoundEndpoint[];
  }[];
}

/** What was found, by service in the order of the house; a service that nobody answered for is there, empty. */
export function groupByService(found: readonly ServiceInstance[]): FoundService[] {
  return serviceNames
    .filter((service) => service !== 'ops')
    .map((service) => ({
      service,
      summary: house[service].summary,
      instances: found.filter(({ name }) => name === service).map(instanceOf),
    }));
}

function instanceOf({ id: instance, version, started, endpoints }: ServiceInstance) {
  return { instance, version, started, endpoints: endpoints.map(endpointOf) };
}

function endpointOf(endpoint: ServiceInstance['endpoints'][number]) {
  return {
    name: endpoint.name,
    subject: endpoint.subject,
    requests: endpoint.num_requests,
    errors: endpoint.num_errors,
    lastError: endpoint.last_error || null,
    averageMs: Math.round(endpoint.average_processing_time / 1_000) / 1_000,
  };
}
