import { Catch, Inject, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { PhoenixError } from '#libs/contracts';
import { LOG } from '#libs/messaging';
import { runInContext, type Log } from '#libs/telemetry';
import { factsOf } from '../wire/request-facts.js';
import { setStandardHeaders } from '../wire/standard-headers.js';
import { knownError } from './known-error.js';
import { problemJson, problemOf, type Problem } from './problem.js';

/** The one place where an error becomes an answer: RFC 9457, in French first. What is not known is INTERNAL, and logged. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(@Inject(LOG) private readonly log: Log) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const facts = factsOf(request);
    if (facts.clientGone.signal.aborted) return;
    const problem = this.problemOf(error, request);
    facts.problem = problem.code;
    setStandardHeaders(reply, facts);
    if (problem.retryAfterSeconds) void reply.header('retry-after', problem.retryAfterSeconds);
    if (problem.status === 401) void reply.header('www-authenticate', 'Bearer');
    const [path = '/'] = request.url.split('?');
    void reply
      .code(problem.status)
      .header('content-type', 'application/problem+json; charset=utf-8')
      .send(JSON.stringify(problemJson(problem, path, facts.correlationId)));
  }

  private problemOf(error: unknown, request: FastifyRequest): Problem {
    const known = knownError(error, request);
    if (!(known instanceof PhoenixError)) return known;
    if (known.kind === 'bug') {
      const err = known.cause ?? known;
      runInContext(factsOf(request), () => this.log.error({ err }, 'a request failed'));
    }
    return problemOf(known, factsOf(request).keyed === true);
  }
}
