import { z } from 'zod';
import { house, serviceNames } from '#libs/contracts';
import type { ServiceInstance } from '#libs/messaging';

const foundEndpoint = z.object({
  name: z.string(),
  subject: z.string(),
  requests: z.int(),
  errors: z.int(),
  lastError: z.string().nullable(),
  averageMs: z.number(),
});

const foundService = z.object({
  service: z.enum(serviceNames),
  summary: z.string(),
  instances: z
    .array(
      z.object({
        instance: z.string(),
        version: z.string(),
        started: z.string(),
        endpoints: z.array(foundEndpoint),
      }),
    )
    .describe('Empty when no instance answered.'),
});

export const foundServices = z.object({ services: z.array(foundService) });

export type FoundService = z.output<typeof foundService>;

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
