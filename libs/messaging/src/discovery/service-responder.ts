import type { Msg, Subscription } from '@nats-io/transport-node';
import { house, type ServiceName } from '#libs/contracts';
import type { Connection } from '../connection.js';
import type { Endpoint } from '../server/endpoint.js';
import { isInbox } from '../server/reply-subject.js';
import { encodeJson } from '../wire/json.js';
import { endpointMetadata, endpointName } from './endpoint-info.js';

export interface ResponderOptions {
  readonly service: ServiceName;
  readonly instance: string;
  readonly version: string;
  readonly connection: Connection;
  readonly endpoints: readonly Endpoint[];
}

/** Answers the NATS services protocol (`$SRV.PING`, `INFO`, `STATS`) for this instance, with its real figures. */
export class ServiceResponder {
  private readonly subscriptions: Subscription[];
  private readonly started = new Date().toISOString();

  constructor(private readonly options: ResponderOptions) {
    const { service, instance } = options;
    const verbs = { PING: () => this.ping(), INFO: () => this.info(), STATS: () => this.stats() };
    this.subscriptions = Object.entries(verbs).flatMap(([verb, answer]) =>
      [verb, `${verb}.${service}`, `${verb}.${service}.${instance}`].map((subject) =>
        this.on(subject, answer),
      ),
    );
  }

  stop(): void {
    for (const one of this.subscriptions) one.unsubscribe();
  }

  private on(subject: string, answer: () => object): Subscription {
    const callback = (error: Error | null, message: Msg) => {
      if (!error && isInbox(message.reply)) message.respond(encodeJson(answer()));
    };
    return this.options.connection.nats.subscribe(`$SRV.${subject}`, { callback });
  }

  private ping() {
    return { type: 'io.nats.micro.v1.ping_response', ...this.identity() };
  }

  private info() {
    return {
      type: 'io.nats.micro.v1.info_response',
      ...this.identity(),
      description: house[this.options.service].summary,
      endpoints: this.options.endpoints.map((one) => ({
        ...this.endpoint(one),
        metadata: endpointMetadata(one.contract),
      })),
    };
  }

  private stats() {
    return {
      type: 'io.nats.micro.v1.stats_response',
      ...this.identity(),
      started: this.started,
      endpoints: this.options.endpoints.map((one) => ({
        ...this.endpoint(one),
        ...one.stats.snapshot(),
      })),
    };
  }

  private identity() {
    const { service, instance, version } = this.options;
    return { name: service, id: instance, version, metadata: {} };
  }

  private endpoint({ contract }: Endpoint) {
    return {
      name: endpointName(contract),
      subject: `${contract.subject}.*`,
      queue_group: this.options.service,
    };
  }
}
