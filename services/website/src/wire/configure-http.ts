import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { LOG, RecentHops } from '#libs/messaging';
import { runInContext, type Log } from '#libs/telemetry';
import { answerUnparsableRequests } from '../problems/unparsable-request.js';
import { bodyLimit } from './body-limit.js';
import { closeUnusedConnections } from './close-unused-connections.js';
import { parseJsonBody, refuseContentType } from './json-parser.js';
import { factsOf } from './request-facts.js';
import { logRequest } from './log-request.js';
import { redirectUnreadableAddresses } from './unreadable-address.js';
import { setStandardHeaders } from './standard-headers.js';

/** The edge before any route: context, headers, one log line a request, and JSON as the only content. */
export function configureHttp(app: NestFastifyApplication): void {
  const fastify = app.getHttpAdapter().getInstance();
  const log = app.get<Log>(LOG);
  const recent = app.get(RecentHops);
  redirectUnreadableAddresses(fastify.server);
  answerUnparsableRequests(fastify.server, log);
  closeUnusedConnections(fastify);
  fastify.removeAllContentTypeParsers();
  app.useBodyParser('application/json', { bodyLimit }, parseJsonBody);
  app.useBodyParser('*', { bodyLimit }, refuseContentType);
  fastify.addHook('onRequest', (request, reply, done) => {
    const facts = factsOf(request);
    setStandardHeaders(reply, facts);
    // Not Fastify's onResponse, which is silent about a client that left before its answer.
    reply.raw.once('close', () => {
      if (!reply.raw.writableFinished) facts.clientGone.abort();
      logRequest({ log, recent }, request, reply);
    });
    runInContext(facts, done);
  });
}
