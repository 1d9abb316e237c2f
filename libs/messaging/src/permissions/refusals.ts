import { AuthorizationError, PermissionViolationError } from '@nats-io/transport-node';
import type { Log } from '#libs/telemetry';

const mostRemembered = 100;
const remindEveryMs = 5_000;
const advice =
  'What it may do follows from libs/contracts/src/house.ts: after a change run `npm run generate`, load deploy/nats/permissions.conf into nats-server and start the service again.';

/** What NATS did not let a connection do, each told once in the log; a credential that it takes no more, now and then. */
export class Refusals {
  private readonly told = new Set<string>();
  private unheard: string | null = null;
  private remindedAt = -Infinity;

  constructor(
    private readonly caller: string,
    private readonly log: Log,
  ) {}

  /** The first subscription that was refused, in words: whoever waits there for messages waits in vain. */
  get subscription(): string | null {
    return this.unheard;
  }

  /** Takes an error that NATS told; the answer is whether it is a refusal. */
  hear(error: Error): boolean {
    if (error instanceof AuthorizationError) this.remind();
    else if (error instanceof PermissionViolationError) this.tell(error);
    else return false;
    return true;
  }

  private remind(): void {
    if (Date.now() < this.remindedAt + remindEveryMs) return;
    this.remindedAt = Date.now();
    this.log.error(
      `NATS does not take the credential of ${this.caller} any more: its configuration must name its public key, see deploy/nats/README.md.`,
    );
  }

  private tell({ operation, subject }: PermissionViolationError): void {
    const verb = operation === 'publish' ? 'publish to' : 'listen to';
    const sentence = `NATS does not let ${this.caller} ${verb} ${subject}. ${advice}`;
    if (operation === 'subscription') this.unheard ??= sentence;
    if (!this.told.has(sentence) && this.told.size < mostRemembered) {
      this.told.add(sentence);
      this.log.error(sentence);
    }
  }
}
