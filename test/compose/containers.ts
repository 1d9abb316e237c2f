import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { eventually } from '#libs/testing';

const run = promisify(execFile);

/** Docker as a person types it; COMPOSE_PROJECT_NAME and COMPOSE_FILE say which containers are meant. */
export async function docker(...args: string[]): Promise<string> {
  const { stdout } = await run('docker', args, { maxBuffer: 64 * 1024 ** 2 });
  return stdout.trim();
}

export function compose(...args: string[]): Promise<string> {
  return docker('compose', ...args);
}

/** The containers of one service. */
export async function containersOf(service: string): Promise<string[]> {
  return (await compose('ps', '--all', '--quiet', service)).split('\n');
}

/** One value of a container, as a template of `docker inspect` names it. */
export function look(container: string, template: string): Promise<string> {
  return docker('inspect', '--format', `{{${template}}}`, container);
}

/**
 * Ends a container's main process as a crash would. `docker kill` would count as a person's wish that it stays down;
 * and the process may live on another machine than this test, or belong to another account.
 */
export async function crash(container: string): Promise<void> {
  const pid = await look(container, '.State.Pid');
  const kill = `process.kill(${pid}, 'SIGKILL')`;
  const where = ['--pid', 'host', '--network', 'none', '--user', '0'];
  await docker('run', '--rm', ...where, '--entrypoint', 'node', 'phoenix:local', '--eval', kill);
}

/** Waits until a container was started again by its policy and is healthy. */
export async function backByItself(container: string, restartsBefore: string): Promise<void> {
  await eventually(
    () => look(container, '.RestartCount}} {{.State.Health.Status'),
    (now) => now.endsWith(' healthy') && now.split(' ')[0] !== restartsBefore,
    90_000,
  );
}
