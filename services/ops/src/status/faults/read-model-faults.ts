import type { HouseStatus, ReadModels } from '../house-status.js';
import { isUnknown } from '../unknown.js';
import { askAgain, sentence, type Fault } from './fault.js';

/** Above this many events a read model is too far behind. */
export const mostLag = 10_000;

export function readModelFaults({ readModels }: HouseStatus): Fault[] {
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
