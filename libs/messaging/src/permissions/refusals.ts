import { PermissionViolationError } from '@nats-io/transport-node';
import type { Log } from '#libs/telemetry';

const mostRemembered = 100;
const advice =
  'What it may do follows from libs/contracts/src/house.ts: after a change run `npm run generate`, load deploy/nats/permissions.conf into nats-server and start the service again.';

/** What NATS did not let a connection do, each told once in the log. */
export class Refusals {
  private readonly told = new Set<string>();
  private unheard: string | null = null;

  constructor(
    private readonly caller: string,
    private readonly log: Log,
  ) {}

  /** The first subscription that was refused, in words: whoever waits there for messages waits in vain. */
  get subscription(): string | null {
    return this.unheard;
  }

  /** The error when it is a refusal; undefined when it is another one. */
  hear(error: Error): PermissionViolationError | undefined {
    if (!(error instanceof PermissionViolationError)) return undefined;
    const { operation, subject } = error;
    const verb = operation === 'publish' ? 'publish to' : 'listen to';
    const sentence = `NATS does not let ${this.caller} ${verb} ${subject}. ${advice}`;
    if (operation === 'subscription') this.unheard ??= sentence;
    if (!this.told.has(sentence) && this.told.size < mostRemembered) {
      this.told.add(sentence);
      this.log.error(sentence);
    }
    return error;
  }
}
