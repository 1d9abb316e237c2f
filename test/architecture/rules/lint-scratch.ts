import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const whatLintReads = ['.oxlintrc.json', 'package.json', 'tools/lint', 'tsconfig.json'];

/** What the linter said of each file: `rule: message`. */
export type Findings = ReadonlyMap<string, readonly string[]>;

/** Runs the real linter with the real configuration on a tree of these files, laid out as ours. */
export async function lint(files: Readonly<Record<string, string>>): Promise<Findings> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'phoenix-lint-')));
  try {
    for (const path of whatLintReads) {
      await cp(join(root, path), join(folder, path), { recursive: true });
    }
    await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
    return findingsIn(await runLinter(folder, Object.keys(files)));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function runLinter(cwd: string, paths: string[]): Promise<string> {
  const linter = join(root, 'node_modules/oxlint/bin/oxlint');
  const options = ['--type-aware', '--deny-warnings', '--format', 'json'];
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [linter, ...options, ...paths], { cwd }, (error, stdout, stderr) => {
      // It exits with 1 when it finds something, which is what is hoped for.
      if (stdout.startsWith('{')) resolve(stdout);
      else reject(new Error(`oxlint said: ${stderr || stdout}`, { cause: error }));
    });
  });
}

interface Diagnostic {
  readonly code: string;
  readonly message: string;
  readonly filename: string;
}

function findingsIn(json: string): Findings {
  const { diagnostics } = JSON.parse(json) as { diagnostics: Diagnostic[] };
  const findings = new Map<string, string[]>();
  for (const { code, message, filename } of diagnostics) {
    findings.set(filename, [...(findings.get(filename) ?? []), `${code}: ${message}`]);
  }
  return findings;
}
