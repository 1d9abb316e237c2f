import { catalogue, Refusal, packs } from '#libs/contracts';
import type { Accepted } from '../../services/hub/src/energy/decision.js';
import { evolve, type EnergyAccount } from '../../services/hub/src/energy/energy-account.js';
import type { AccountEvent } from '../../services/hub/src/energy/event-of-account.js';
import { PriceList } from '../../services/hub/src/energy/price-list.js';
import { settleDue } from '../../services/hub/src/energy/settle-due.js';
import type { Decisions } from './decisions.js';
import { actions, type PriceVersion, type Request } from './operations.js';
import type { Answer } from './plain-answers.js';
import { Rows } from './rows.js';

const userId = 'ffffffff-ffff-4fff-8fff-ffffffffffff';
const priceLists = { 1: priceList(1), 2: priceList(2) };

/** The hub's pure functions, put together as its ledger does: load, settle what is due, decide, write, answer. */
export class PureLedger {
  readonly rows = new Rows(userId);
  readonly events: AccountEvent[] = [];
  prices: PriceVersion = 1;
  private readonly holdIds: string[] = [];
  private readonly paidIds: string[] = [];
  private readonly answers = new Map<number, { body: string; answer: Answer }>();
  private ids = 0;

  constructor(private readonly decisions: Decisions) {}

  /** Where this run may go wrong, it throws. */
  ask(key: number, request: Request, clock: number): Answer {
    const fingerprint = JSON.stringify(request);
    const before = this.answers.get(key);
    if (before) {
      return before.body === fingerprint ? before.answer : { code: 'IDEMPOTENCY_KEY_REUSED' };
    }
    const outcome = this.answer(request, { key, fingerprint, clock });
    if (outcome instanceof Refusal) return { code: outcome.code };
    const answer = figuresOf(outcome.reply);
    if (request.kind !== 'open') this.answers.set(key, { body: fingerprint, answer });
    return answer;
  }

  get account(): EnergyAccount {
    return this.rows.load({ entryId: '', holdId: '' });
  }

  private answer(
    request: Request,
    { key, clock }: { key: number; fingerprint: string; clock: number },
  ): Accepted<object> | Refusal {
    const named = {
      userId,
      holdId: ('hold' in request && this.holdIds[request.hold]) || this.nextId(),
      entryId: ('of' in request && this.paidIds[request.of]) || this.nextId(),
    };
    const lastAt = this.rows.account.lastAt ?? '';
    const time = new Date(clock).toISOString();
    const context = {
      now: time > lastAt ? time : lastAt,
      newId: () => this.nextId(),
      catalogue: priceLists[this.prices],
    };
    const loaded = this.rows.load(named);
    const due = settleDue(loaded, context).map(({ event }) => event);
    const settled = this.record(loaded, due);
    const keyed = { idempotencyKey: idOf(key), fingerprint: 'f'.repeat(64) };
    const decide = this.decisions[request.kind] as Decisions['open'];
    const outcome = decide(settled, { ...request, ...keyed, ...named } as never, context);
    if (outcome instanceof Refusal) return outcome;
    this.record(settled, outcome.events);
    const { holdId, entryId } = outcome.reply as { holdId?: string; entryId?: string };
    if (request.kind === 'place') this.holdIds.push(holdId!);
    if (['consume', 'capture'].includes(request.kind)) this.paidIds.push(entryId!);
    return outcome;
  }

  private record(account: EnergyAccount, events: readonly AccountEvent[]): EnergyAccount {
    return events.reduce((before, event) => {
      event.contract.data.parse(event.data);
      const after = evolve(before, event);
      this.events.push(event);
      this.rows.write(event, after);
      return after;
    }, account);
  }

  private nextId(): string {
    this.ids += 1;
    return idOf(this.ids);
  }
}

function idOf(n: number): string {
  return `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
}

/** Without ids, and instants as numbers: what the reference model can tell. */
function figuresOf(reply: object): Answer {
  const told = Object.entries(reply)
    .filter(([name]) => !/Id$|^refundOf$|^action$/.test(name))
    .map(([name, value]) => [name, name.endsWith('At') ? Date.parse(value as string) : value]);
  return Object.fromEntries(told) as Answer;
}

function priceList(version: PriceVersion): PriceList {
  const changed = Object.entries(actions).map(([id, { refundable, costs }]) => {
    const action = catalogue[id as keyof typeof actions];
    return [id, { ...action, refundable, cost: costs[version] }];
  });
  return new PriceList(version, { ...catalogue, ...Object.fromEntries(changed) }, packs);
}
