import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '#libs/testing';
import { HttpStack } from './http-stack.js';
import { runningStack, stackIsOurs, type RunningStack } from './running-stack.js';

const run = promisify(execFile);
const placeholder = 'http://127.0.0.1:8080';

interface Step {
  readonly command: string;
  /** What README says it prints; `…` stands for anything. */
  readonly prints: unknown;
}

/** The commands of the section "Try it", each block with the JSON that README shows below it. */
function stepsOf(readme: string): Step[] {
  const section = readme.split('## Try it')[1]!.split('\n## ')[0]!;
  const blocks = [...section.matchAll(/```(sh|json)\n([\s\S]*?)```/g)].map(([, kind, text]) => ({
    kind,
    text: text!,
  }));
  return blocks.flatMap(({ kind, text }, index) => {
    const next = blocks[index + 1];
    return kind === 'sh' && next?.kind === 'json'
      ? [{ command: text, prints: JSON.parse(next.text) as unknown }]
      : [];
  });
}

function withWildcards(value: unknown): unknown {
  if (value === '…') return expect.any(String);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withWildcards(item)]));
}

describe('README', () => {
  let stack: RunningStack;
  let steps: Step[];

  beforeAll(async () => {
    steps = stepsOf(await readFile('README.md', 'utf8'));
    stack = await runningStack();
  }, 120_000);
  afterAll(() => stack?.stop(), 60_000);

  it('prints what it says, command by command', async () => {
    expect(steps.length).toBeGreaterThanOrEqual(2);
    const { websiteUrl } = await stack.addresses();
    let before = '';
    for (const { command, prints } of steps) {
      // As in one terminal: the variables that the steps before set are there.
      const line = `${before}\n${command}`.replaceAll(placeholder, websiteUrl);
      const { stdout } = await run('bash', ['-euo', 'pipefail', '-c', line], {
        env: { ...process.env, PHOENIX_HOME: stack.home },
      });
      expect(JSON.parse(stdout)).toEqual(withWildcards(prints));
      before = command.split('\n').find((one) => one.startsWith('TOKEN=')) ?? before;
    }
  }, 60_000);

  it('leads to docs/streams.md, which shows a letter as it is written', async () => {
    const house = await HttpStack.start(stack);
    const user = await house.signedInUser();
    const [, command] = /```sh\n([^`]+)```/.exec(await readFile('docs/streams.md', 'utf8'))!;
    const line = command!.replace(placeholder, house.websiteUrl);
    const env = { ...process.env, TOKEN: user.token };
    const { stdout } = await run('bash', ['-euo', 'pipefail', '-c', line], { env });
    const events = stdout.trimEnd().split('\n\n');
    expect(events[0]).toMatch(/^id: [0-9a-f-]{36}\.1\nevent: part\ndata: .*"step":"writing"\}$/);
    expect(events.at(-1)).toMatch(/^event: end\ndata: \{"letter_id":"/);
    expect((await user.get('/api/letters')).json.letters).toHaveLength(1);
    await house.database.end();
  }, 60_000);

  it('names the same commands as npm start does when it is ready', async () => {
    const module: string = '../../tools/up/try-it.mjs';
    const { tryIt } = (await import(module)) as { tryIt: (url: string) => string[] };
    const commands = steps.flatMap(({ command }) => command.trim().split('\n'));
    expect(tryIt(placeholder)).toEqual(commands);
  });

  const started = stackIsOurs ? describe : describe.skip;

  started('started by its command', () => {
    it('opens a session by the link that npm start prints', async () => {
      const { websiteUrl } = await stack.addresses();
      const form = /^ {2}(http\S+)\/#connexion=(\S+)$/;
      const printed = () => stack.lines.map((line) => form.exec(line)).find(Boolean);
      const [, site, code] = (await eventually(printed))!;
      expect(site).toBe(websiteUrl);
      const reply = await fetch(`${site}/api/auth/sign-in-link`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ code }),
      });
      expect(reply.status).toBe(200);
      expect(reply.headers.get('set-cookie')).toContain('phoenix_session=');
    });

    it('stops everything in order on Ctrl-C', async () => {
      const { services, natsPid, postgresPid } = await stack.addresses();
      expect(await stack.stop()).toBe(0);
      const pids = [
        natsPid,
        postgresPid,
        ...Object.values(services).flatMap((all) => all.map((one) => one.pid)),
      ];
      for (const pid of pids) expect(() => process.kill(pid, 0)).toThrow('ESRCH');
    }, 60_000);
  });
});
