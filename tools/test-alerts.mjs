import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dashboardRules } from './alerts/dashboard-rules.mjs';
import { findPromtool } from './alerts/promtool.mjs';
import { projectRoot } from './stack/project.mjs';

const folder = join(projectRoot, 'deploy', 'observability');
const log = (/** @type {string} */ sentence) => void process.stdout.write(`· ${sentence}\n`);

try {
  const promtool = await findPromtool(log);
  const work = await mkdtemp(join(tmpdir(), 'phoenix-alerts-'));
  const queries = join(work, 'dashboard.json');
  await writeFile(queries, dashboardRules(join(folder, 'dashboard.json')));
  const checks = [
    ['check', 'rules', join(folder, 'alerts.yaml')],
    ['check', 'config', '--syntax-only', join(folder, 'prometheus.yaml')],
    // What a panel asks is taken for a rule that would record it.
    ['check', 'rules', queries],
    ['test', 'rules', join(folder, 'alerts.test.yaml')],
  ];
  for (const args of checks) {
    const { status } = spawnSync(promtool, args, { stdio: 'inherit' });
    if (status !== 0) process.exitCode = 1;
  }
  await rm(work, { recursive: true });
} catch (error) {
  log(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
