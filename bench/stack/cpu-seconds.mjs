import { readFileSync } from 'node:fs';

/** USER_HZ, which is 100 on every Linux that Node runs on. */
const ticksPerSecond = 100;

/** CPU seconds that a process and its children have used so far; NaN where the system does not tell (only Linux does). */
export function cpuSecondsOf(/** @type {number} */ pid) {
  try {
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim();
    const living = children === '' ? [] : children.split(' ').map(Number);
    const own = ticksOf(pid, true) / ticksPerSecond;
    return living.reduce((sum, child) => sum + childSeconds(child), own);
  } catch {
    return NaN;
  }
}

/** One that ended a moment ago is counted with its parent's ended children the next time. */
function childSeconds(/** @type {number} */ pid) {
  try {
    return ticksOf(pid, false) / ticksPerSecond;
  } catch {
    return 0;
  }
}

function ticksOf(/** @type {number} */ pid, /** @type {boolean} */ withEndedChildren) {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // The second field is the program's name in parentheses and may hold anything; state, the third, follows it.
  const fromState = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [user, system, endedUser, endedSystem] = fromState.slice(11, 15).map(Number);
  const own = Number(user) + Number(system);
  return withEndedChildren ? own + Number(endedUser) + Number(endedSystem) : own;
}
