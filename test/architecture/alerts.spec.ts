import { describe, expect, it } from '@jest/globals';
import { runOps } from '../../services/ops/src/run-ops.js';
import {
  alerts,
  anchorsOf,
  dashboardQueries,
  metricNames,
  metricsIn,
  provenAlerts,
} from './rules/alerts.js';
import { sourcesUnder, textOf } from './rules/tree.js';

const metrics = metricNames();
const unknown = (query: string) => metricsIn(query).filter((name) => !metrics.has(name));

describe.each(alerts().map((one) => [one.alert, one] as const))('the alert %s', (name, alert) => {
  const { annotations, labels, expr } = alert;

  it('asks for metrics that the sources make', () => {
    expect(unknown(expr)).toEqual([]);
  });

  it('says what it means, and how pressing it is', () => {
    expect(annotations.summary).toMatch(/\w/);
    expect(annotations.description).toMatch(/\.$/);
    expect(['page', 'ticket']).toContain(labels.severity);
  });

  it('names a command that there is', async () => {
    const [, verb = ''] = /^npm run phoenix -- (.+)$/.exec(annotations.command)!;
    let said = '';
    const output = { write: (text: string) => (said += text) };
    const world = { env: {}, stdout: output, stderr: output };
    const exitCode = await runOps([...verb.split(' '), '--help'], world);
    expect({ exitCode, said }).toEqual({
      exitCode: 0,
      said: expect.stringContaining(`Usage: ${annotations.command}`),
    });
  });

  it('leads to a heading of the runbook', () => {
    const [path = '', anchor = ''] = annotations.runbook.split('#');
    expect([...anchorsOf(path)]).toContain(anchor);
  });

  it('is tested to fire, and not to', () => {
    expect(provenAlerts().get(name)).toEqual({ quiet: true, fires: true });
  });
});

describe('the dashboard', () => {
  it('asks for metrics that the sources make', () => {
    expect(dashboardQueries().flatMap(unknown)).toEqual([]);
  });
});

describe('the runbook', () => {
  it('has the headings that status and its own links name', () => {
    const runbook = textOf('docs/runbook.md');
    const headings = [...runbook.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading);
    const named = sourcesUnder('services/ops/src').flatMap((path) =>
      [...textOf(path).matchAll(/inRunbook\('([^']+)'\)/g)].map(([, heading]) => heading),
    );
    expect(named.length).toBeGreaterThan(1);
    expect(named.filter((one) => !headings.includes(one))).toEqual([]);
    const anchors = anchorsOf('docs/runbook.md');
    const links = [...runbook.matchAll(/\]\(#([^)]+)\)/g)].map(([, anchor = '']) => anchor);
    expect(links.filter((anchor) => !anchors.has(anchor))).toEqual([]);
  });
});
