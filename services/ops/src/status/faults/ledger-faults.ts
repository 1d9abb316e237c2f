import { ownOf, type HouseStatus } from '../house-status.js';
import { isUnknown } from '../unknown.js';
import { askAgain, counted, inRunbook, sentence, type Fault } from './fault.js';

export function ledgerFaults({ ledger }: HouseStatus): Fault[] {
  if (ledger === null || (!isUnknown(ledger) && ledger.state === 'agreed')) return [];
  if (isUnknown(ledger)) {
    const wrong = `The hub runs, and could not tell how its ledger stands to the event stream: ${sentence(ledger.unknown)}`;
    return [{ wrong, help: askAgain }];
  }
  const help =
    'docs/runbook.md tells the way: what is not taken meanwhile is safe to send again with its key.';
  return [{ wrong: `The ledger takes no changes. ${ledger.problem}`, help }];
}

export function holdFaults(status: HouseStatus): Fault[] {
  const holds = ownOf(status, 'hub')?.holds;
  if (!holds || holds.overdue === 0) return [];
  const are = holds.overdue === 1 ? 'is' : 'are';
  return [
    {
      wrong: `${counted(holds.overdue, 'hold')} ${are} open a minute after the deadline or longer, the first of user ${holds.mostOverdueUser}.`,
      help: `The hub settles what is due every second, and does not. ${inRunbook('A hold that hangs')}`,
    },
  ];
}

export function booksFaults(status: HouseStatus): Fault[] {
  const books = ownOf(status, 'projector')?.books;
  if (!books || books.differences === 0) return [];
  const { differences, first } = books;
  return [
    {
      wrong: `The books differ on ${counted(differences, 'account')}${first ? `; the first is of user ${first.userId}: ${sentence(first.reason)}` : '.'}`,
      help: `\`npm run phoenix -- books${first ? ` --user ${first.userId}` : ''}\` compares again and shows the figures.`,
    },
  ];
}
