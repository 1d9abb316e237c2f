import { catalogueVersion, house, serviceNames, type ServiceName } from '#libs/contracts';
import { isUnknown, type HouseStatus, type ReadModels } from './house-status.js';

/** Above this many events a read model is too far behind. */
export const mostLag = 10_000;

const askAgain = 'Its log says why; `npm run phoenix -- status` asks again.';

/** Something that is not well, and what helps. */
export interface Fault {
  readonly wrong: string;
  readonly help: string;
}

/** The services that should answer and do not. */
export function missingServices({ instances }: HouseStatus): ServiceName[] {
  const answering = new Set(instances.map(({ name }) => name));
  return serviceNames.filter(
    (name) => house[name].handles.length + house[name].emits.length > 0 && !answering.has(name),
  );
}

/** All that is not well, the most pressing first. */
export function findFaults(status: HouseStatus): Fault[] {
  return [
    ...serviceFaults(status),
    ...ledgerFaults(status),
    ...streamFaults(status),
    ...catalogueFaults(status),
    ...readModelFaults(status),
  ];
}

function serviceFaults(status: HouseStatus): Fault[] {
  const missing = missingServices(status);
  if (missing.length === 0) return [];
  return [
    {
      wrong: `${listed(missing)} ${missing.length === 1 ? 'does' : 'do'} not answer.`,
      help: '`npm start` starts every service; the log of a service says why it ended or waits.',
    },
  ];
}

function ledgerFaults({ ledger }: HouseStatus): Fault[] {
  if (ledger === null || (!isUnknown(ledger) && ledger.state === 'agreed')) return [];
  if (isUnknown(ledger)) {
    const wrong = `The hub runs, and could not tell how its ledger stands to the event stream: ${sentence(ledger.unknown)}`;
    return [{ wrong, help: askAgain }];
  }
  const help =
    'docs/runbook.md tells the way: what is not taken meanwhile is safe to send again with its key.';
  return [{ wrong: `The ledger takes no changes. ${ledger.problem}`, help }];
}

function streamFaults({ stream }: HouseStatus): Fault[] {
  if (stream === null) {
    return [
      {
        wrong: 'The event stream PHOENIX_EVENTS does not exist.',
        help: 'The projector creates it in a new house. In one that has events, every service keeps its own in its outbox: leave Postgres as it is, and `npm run phoenix -- stream restore` tells what comes back.',
      },
    ];
  }
  if (isUnknown(stream)) {
    return [
      {
        wrong: `The event stream could not be asked: ${sentence(stream.unknown)}`,
        help: 'NATS must run with JetStream (`jetstream` in its configuration) and have room on its disk.',
      },
    ];
  }
  return stream.drift.map((setting) => ({
    wrong: `A setting of the event stream is not as declared: ${sentence(setting)}`,
    help: 'It was changed by hand, or nats-server is older than 2.12 and ignored it: set it back, or update the server.',
  }));
}

function catalogueFaults({ catalogue }: HouseStatus): Fault[] {
  if (catalogue === null) return [];
  if (isUnknown(catalogue)) {
    const wrong = `The hub runs, and could not tell its catalogue: ${sentence(catalogue.unknown)}`;
    return [{ wrong, help: askAgain }];
  }
  if (catalogue.version === catalogueVersion) return [];
  return [
    {
      wrong: `The hub has version ${catalogue.version} of the catalogue, this command line has ${catalogueVersion}.`,
      help: 'The prices of the hub rule. Bring all processes to one release, or shown prices are refused with PRICE_CHANGED.',
    },
  ];
}

function readModelFaults({ readModels }: HouseStatus): Fault[] {
  if (readModels === null) return [];
  if (isUnknown(readModels)) {
    return [
      {
        wrong: `The projector runs, and could not tell of its read models: ${sentence(readModels.unknown)}`,
        help: askAgain,
      },
    ];
  }
  return readModels.models.flatMap(modelFaults);
}

function modelFaults(one: ReadModels['models'][number]): Fault[] {
  const name = nameOf(one);
  const filling = one.role === 'shadow';
  const reason = one.reason ? `: ${sentence(one.reason)}` : '.';
  const faults: Fault[] = [];
  if (one.state === 'stopped') {
    const help = filling
      ? '`npm run phoenix -- replay status` tells of the replay; what is read now is not concerned.'
      : 'It goes on by itself once the cause is gone; docs/runbook.md tells the way.';
    faults.push({ wrong: `${name} has stopped${reason}`, help });
  }
  if (one.state === 'paused' && !filling) {
    const help = one.pause
      ? 'Queries on it tell what it held then. Let it go on when the reason is gone.'
      : 'It goes on by itself once the cause is gone; the log of the projector tells more.';
    faults.push({ wrong: `${name} is paused${reason}`, help });
  }
  if (one.lag > mostLag && !filling && !one.pause) {
    const help =
      'Ask again in a minute: when the figure does not fall, see the log of the projector.';
    faults.push({ wrong: `${name} is ${one.lag} events behind.`, help });
  }
  if (one.parkedUsers > 0) {
    const users = one.parkedUsers === 1 ? '1 user is' : `${one.parkedUsers} users are`;
    const help = `An event of theirs could not be taken: \`npm run phoenix -- dead-letters list --model ${one.model}\` names it.`;
    faults.push({ wrong: `${users} parked in ${withBuild(one)}.`, help });
  }
  return faults;
}

function nameOf(one: ReadModels['models'][number]): string {
  const name = one.role === 'live' ? 'The read model' : `The ${one.role} of the read model`;
  return `${name} ${withBuild(one)}`;
}

function withBuild({ model, build, role }: ReadModels['models'][number]): string {
  return role === 'live' ? model : `${model} (build ${build})`;
}

function listed(names: readonly string[]): string {
  const last = names.at(-1)!;
  return names.length === 1 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
