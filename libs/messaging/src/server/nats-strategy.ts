import type { Msg, Subscription } from '@nats-io/transport-node';
import { Server, type CustomTransportStrategy, type MessageHandler } from '@nestjs/microservices';
import { house, type Contract, type ServiceName } from '#libs/contracts';
import type { Connection } from '../connection.js';
import { ServiceResponder } from '../discovery/service-responder.js';
import { isInbox } from './reply-subject.js';
import { Endpoint } from './endpoint.js';
import type { EndpointRuntime, NestHandler } from './endpoint-runtime.js';
import { StreamEndpoint } from './streams/stream-endpoint.js';

const mostInFlight = 8_192;

export interface StrategyOptions extends EndpointRuntime {
  readonly service: ServiceName;
  readonly instance: string;
  readonly version: string;
  readonly connection: Connection;
  /** Aborted as soon as no more requests are taken. */
  readonly leaving: AbortController;
}

/**
 * Carries Nest's handlers over NATS: one queue subscription a contract, an answer to every message, a bounded
 * number under way, and a drain that takes no more, finishes what is under way and leaves. Streams at work then have a
 * moment to end.
 */
export class NatsStrategy extends Server implements CustomTransportStrategy {
  private readonly subscriptions: Subscription[] = [];
  private readonly underWay = new Set<Promise<void>>();
  private streams: StreamEndpoint[] = [];
  private responder: ServiceResponder | undefined;
  private closed: Promise<void> | undefined;

  constructor(private readonly options: StrategyOptions) {
    super();
  }

  listen(started: (error?: unknown) => void): void {
    this.begin().then(() => started(), started);
  }

  /** Stops taking requests, waits until those under way are answered, and flushes their answers. */
  close(): Promise<void> {
    this.closed ??= this.drain();
    return this.closed;
  }

  private async drain(): Promise<void> {
    const { connection, leaving } = this.options;
    leaving.abort();
    this.responder?.stop();
    if (connection.connected)
      await Promise.allSettled(this.subscriptions.map((one) => one.drain()));
    await Promise.all(this.streams.map((one) => one.leave()));
    while (this.underWay.size > 0) await Promise.allSettled(this.underWay);
    if (connection.connected) await connection.nats.flush().catch(() => undefined);
  }

  override on(): never {
    throw new Error('The NATS strategy has no events of its own; look at the connection.');
  }

  unwrap<T>(): T {
    return this.options.connection.nats as T;
  }

  private async begin(): Promise<void> {
    const { connection, service } = this.options;
    const endpoints = [...this.messageHandlers.values()].map((handler) => this.endpointOf(handler));
    assertCharter(service, endpoints);
    for (const endpoint of endpoints) {
      const turnAway = (message: Msg) => endpoint.turnAway(message);
      const receive = (message: Msg) => endpoint.receive(message);
      this.subscriptions.push(this.hear(`${endpoint.contract.subject}.*`, receive, turnAway));
    }
    this.streams = endpoints.filter((one) => one instanceof StreamEndpoint);
    this.responder = new ServiceResponder({ ...this.options, endpoints });
    await connection.nats.flush();
  }

  private endpointOf(handler: MessageHandler): Endpoint | StreamEndpoint {
    const contract = (handler.extras as { contract?: Contract } | undefined)?.contract;
    if (!contract) throw new Error('A message handler without a contract: use @Handles(contract).');
    if (contract.kind !== 'stream')
      return new Endpoint(contract, handler as NestHandler, this.options);
    const runtime = { ...this.options, listen: this.hear.bind(this) };
    return new StreamEndpoint(contract, handler as NestHandler, runtime);
  }

  private hear(
    subject: string,
    receive: (message: Msg) => Promise<void>,
    turnAway: (message: Msg) => void,
  ): Subscription {
    const { connection, service: queue, log } = this.options;
    return connection.nats.subscribe(subject, {
      queue,
      callback: (error, message) => {
        if (error) log.error({ err: error }, `the subscription to ${subject} failed`);
        else if (!isInbox(message.reply))
          log.warn(`dropped a request without a reply inbox on ${subject}`);
        else if (this.underWay.size >= mostInFlight) turnAway(message);
        else this.take(receive(message));
      },
    });
  }

  private take(receiving: Promise<void>): void {
    const one: Promise<void> = receiving.finally(() => this.underWay.delete(one));
    this.underWay.add(one);
  }
}

function assertCharter(
  service: ServiceName,
  endpoints: readonly (Endpoint | StreamEndpoint)[],
): void {
  const handled = new Set(endpoints.map((endpoint) => endpoint.contract));
  const missing = house[service].handles.filter((contract) => !handled.has(contract));
  const foreign = [...handled].filter((contract) => !house[service].handles.includes(contract));
  if (missing.length + foreign.length === 0) return;
  const names = (contracts: readonly Contract[]) =>
    contracts.map((contract) => contract.subject).join(', ') || 'none';
  throw new Error(
    `${service} does not keep its charter: missing ${names(missing)}; not its own ${names(foreign)}`,
  );
}
