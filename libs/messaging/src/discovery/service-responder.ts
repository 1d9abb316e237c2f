import type { Msg, Subscription } from '@nats-io/transport-node';
import { house, type Contract, type ServiceName } from '#libs/contracts';
import type { Connection } from '../connection.js';
import { hopQuestion, type RememberedHops } from '../hops/hop.js';
import type { RecentHops } from '../hops/recent-hops.js';
import type { EndpointStats } from '../server/endpoint-stats.js';
import { isInbox } from '../server/reply-subject.js';
import { encodeJson, tryJson } from '../wire/json.js';
import { endpointMetadata, endpointName } from './endpoint-info.js';

interface Answering {
  readonly contract: Contract;
  readonly stats: EndpointStats;
}

export interface ResponderOptions {
  readonly service: ServiceName;
  readonly instance: string;
  readonly version: string;
  readonly connection: Connection;
  readonly endpoints: readonly Answering[];
  readonly recent: RecentHops;
}

/**
 * Answers the NATS services protocol (`$SRV.PING`, `INFO`, `STATS`) for this instance, with its real figures; and, as a
 * verb of our own beside them, `$SRV.HOPS`: what this instance still knows of a request.
 */
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
    this.subscriptions.push(this.on('HOPS', (question) => this.hops(question)));
  }

  stop(): void {
    for (const one of this.subscriptions) one.unsubscribe();
  }

  private on(subject: string, answer: (question: Uint8Array) => object): Subscription {
    const callback = (error: Error | null, message: Msg) => {
      if (!error && isInbox(message.reply)) message.respond(encodeJson(answer(message.data)));
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

  private hops(question: Uint8Array): RememberedHops {
    const { service, instance, recent } = this.options;
    const asked = hopQuestion.safeParse(tryJson(question));
    const hops = asked.success ? recent.of(asked.data) : [];
    return { service, instance, keeps: recent.keeps, since: recent.since, hops };
  }

  private identity() {
    const { service, instance, version } = this.options;
    return { name: service, id: instance, version, metadata: {} };
  }

  private endpoint({ contract }: Answering) {
    return {
      name: endpointName(contract),
      subject: `${contract.subject}.*`,
      queue_group: this.options.service,
    };
  }
}
