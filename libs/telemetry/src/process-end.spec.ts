import { spawn } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import ts from 'typescript';

const source = resolve('libs/telemetry/src');
let folder: string;

/** How a process ends can only be seen from outside it: the sources are compiled into a folder of their own. */
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'phoenix-telemetry-'));
  mkdirSync(join(folder, 'src'));
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'), 'junction');
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  for (const file of readdirSync(source).filter((name) => !name.endsWith('.spec.ts'))) {
    const { outputText } = ts.transpileModule(readFileSync(join(source, file), 'utf8'), {
      compilerOptions: {
        target: ts.ScriptTarget.ES2022,
        module: ts.ModuleKind.ESNext,
        experimentalDecorators: true,
        emitDecoratorMetadata: true,
      },
    });
    writeFileSync(join(folder, 'src', file.replace(/\.ts$/, '.js')), outputText);
  }
});
afterAll(() => rmSync(folder, { recursive: true }));

function start(script: string, env: NodeJS.ProcessEnv = {}) {
  const main = join(folder, 'main.js');
  writeFileSync(main, `import * as telemetry from './src/index.js';\n${script}`);
  const { PATH, SystemRoot } = process.env;
  const child = spawn(process.execPath, [main], { env: { PATH, SystemRoot, ...env } });
  const ended = new Promise<[number | null, string | null]>((done) => {
    child.once('exit', (code, signal) => done([code, signal]));
  });
  return { child, ended };
}

async function run(script: string, env?: NodeJS.ProcessEnv) {
  const { child, ended } = start(script, env);
  const [out, err, [code, signal]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    ended,
  ]);
  return { out, err, code, signal };
}

const guarded = (format: string) => `
  const options = { service: 'hub', instance: 'a', level: 'info', format: '${format}' };
  const log = telemetry.createLog(options);
  telemetry.guardProcess(log);`;

describe('the end of a process', () => {
  it.each([
    'throw new Error("nobody caught this")',
    'Promise.reject(new Error("nobody caught this"))',
  ])('is exit 1 with the stack in the log for %s', async (fault) => {
    const { out, code } = await run(`${guarded('json')}\nsetImmediate(() => { ${fault} });
        setInterval(() => undefined, 1000);`);
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      level: 'fatal',
      err: { message: 'nobody caught this', stack: expect.stringContaining('main.js') },
    });
  });

  it.each(['json', 'pretty'])('loses no %s line, however it ends', async (format) => {
    const { out, signal } = await run(`${guarded(format)}
      for (let i = 1; i <= 500; i++) log.info('line ' + i);
      process.kill(process.pid, 'SIGKILL');`);
    expect(signal).toBe('SIGKILL');
    expect(out.match(/line \d+/g)).toHaveLength(500);
  });

  it('does not come because the reader of its output went away', async () => {
    const { child, ended } = start(`${guarded('json')}
      process.stdin.on('end', () => {
        log.info('to nobody');
        console.log('to nobody');
        log.info('to nobody still');
        setImmediate(() => process.exit(7));
      }).resume();`);
    child.stdout.destroy();
    child.stdin.end();
    child.stderr.resume();
    expect(await ended).toEqual([7, null]);
  });

  it('is exit 1 with the list in plain words for a wrong configuration', async () => {
    const { err, code } = await run(
      `try {
        telemetry.parseConfig(telemetry.serviceEnvironment, process.env, { service: 'hub' });
      } catch (error) { telemetry.exitOnConfigError(error); }`,
      {
        NATS_URL: 'nats://127.0.0.1:4222',
        NATS_NKEY_SEED_FILE: '/nats-hub.nk',
        PORT: 'abc',
        GEMIN_API_KEY: 'secret',
      },
    );
    expect(code).toBe(1);
    expect(err).toContain('hub cannot start: 2 faults');
    expect(err).toContain('GOOGLE_API_KEY');
    expect(err).not.toContain('    at ');
  });

  const failing = `for (let i = 1; i <= 5; i++) { console.log('hit ' + i); await telemetry.failpoint('a.b'); }`;

  it('comes at the hit of a failpoint named in the environment', async () => {
    const { out, err, signal } = await run(failing, {
      PHOENIX_ENV: 'test',
      PHOENIX_FAILPOINTS: 'a.b=crash@3',
    });
    expect(signal).toBe('SIGKILL');
    expect(out.trim().split('\n')).toEqual(['hit 1', 'hit 2', 'hit 3']);
    expect(err).toContain('Failpoint a.b: crash at hit 3.');
  });

  it.each([{}, { PHOENIX_ENV: 'production' }])(
    'R31: does not come from a failpoint in production (%j)',
    async (env) => {
      const { out, code } = await run(failing, { ...env, PHOENIX_FAILPOINTS: 'a.b=crash@3' });
      expect(code).toBe(0);
      expect(out).toContain('hit 5');
    },
  );
});
