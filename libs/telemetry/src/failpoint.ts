import { writeSync } from 'node:fs';
import { parseFailpoints, type ArmedFailpoint, type FailpointAction } from './parse-failpoints.js';

const hits = new Map<string, number>();
const hanging = new Set<() => void>();
let armed: Map<string, ArmedFailpoint> | undefined = armedByEnvironment();
/** Whoever arms one in this process knows of it; from outside it must be seen to fire. */
const announced = armed !== undefined;

/** A named place where a test can crash, stop or slow this process; costs one `if` when nothing is armed. Await it. */
export function failpoint(name: string): void | Promise<void> {
  if (armed === undefined) return;
  return hit(name, armed.get(name));
}

/** True when this failpoint is armed: work that would not stop for it must wait here first. */
export function isArmed(name: string): boolean {
  return armed?.has(name) ?? false;
}

/** Arms one failpoint in this process; with `@n` it acts at the n-th hit from now, once. */
export function armFailpoint(
  name: string,
  action: FailpointAction | `${FailpointAction}@${number}`,
): void {
  hits.delete(name);
  armed = new Map([...(armed ?? []), ...parseFailpoints(`${name}=${action}`)]);
}

/** Disarms all failpoints, lets go what hangs in one, and forgets the counts. */
export function disarmFailpoints(): void {
  armed = undefined;
  hits.clear();
  for (const letGo of hanging) letGo();
  hanging.clear();
}

/** How often each failpoint was passed while at least one was armed. */
export function failpointHits(): ReadonlyMap<string, number> {
  return hits;
}

function hit(name: string, point: ArmedFailpoint | undefined): void | Promise<void> {
  const count = (hits.get(name) ?? 0) + 1;
  hits.set(name, count);
  if (!point || (point.atHit !== undefined && point.atHit !== count)) return;
  // One that acts at every hit is told of once.
  if (announced && (point.atHit !== undefined || count === 1)) announce(name, point.action, count);
  if (point.action === 'crash') process.kill(process.pid, 'SIGKILL');
  else if (point.action === 'throw') throw new Error(`Failpoint ${name} threw, as armed.`);
  else if (point.action === 'hang') return new Promise((letGo) => hanging.add(letGo));
  else {
    const pauseMs = Number(point.action.slice('pause:'.length));
    return new Promise((goOn) => void setTimeout(goOn, pauseMs));
  }
}

/** Written at once: after a crash nobody flushes. */
function announce(name: string, action: string, count: number): void {
  const line = { level: 'warn', msg: `Failpoint ${name}: ${action} at hit ${count}.` };
  try {
    writeSync(2, `${JSON.stringify({ time: new Date().toISOString(), ...line })}\n`);
  } catch {
    // Nobody reads our errors; the failpoint acts all the same.
  }
}

/** R31: nothing is armed in production; what is malformed is left to parseConfig, which stops the boot. */
function armedByEnvironment(): Map<string, ArmedFailpoint> | undefined {
  const { PHOENIX_ENV: environment, PHOENIX_FAILPOINTS: text } = process.env;
  if (!text || (environment !== 'development' && environment !== 'test')) return undefined;
  try {
    return parseFailpoints(text);
  } catch {
    return undefined;
  }
}
