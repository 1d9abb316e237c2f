import { parse } from 'yaml';
import { sourcesUnder, textOf } from './tree.js';

const folder = 'deploy/observability';

export interface Alert {
  readonly alert: string;
  readonly expr: string;
  readonly labels: { readonly severity: string };
  readonly annotations: Readonly<Record<'summary' | 'description' | 'command' | 'runbook', string>>;
}

export function alerts(): Alert[] {
  const { groups } = parse(textOf(`${folder}/alerts.yaml`)) as { groups: { rules: Alert[] }[] };
  return groups.flatMap(({ rules }) => rules);
}

interface AlertTest {
  readonly name: string;
  readonly promql_expr_test?: readonly { readonly exp_samples: readonly unknown[] }[];
}

/** For each name of a test: whether it proves silence, and whether it proves that the alert fires. */
export function provenAlerts(): Map<string, { quiet: boolean; fires: boolean }> {
  const { tests } = parse(textOf(`${folder}/alerts.test.yaml`)) as { tests: AlertTest[] };
  return new Map(
    tests.map(({ name, promql_expr_test: looks = [] }) => [
      name,
      {
        quiet: looks.some((one) => one.exp_samples.length === 0),
        fires: looks.some((one) => one.exp_samples.length > 0),
      },
    ]),
  );
}

/** What the panels of the dashboard ask. */
export function dashboardQueries(): string[] {
  const { panels } = JSON.parse(textOf(`${folder}/dashboard.json`)) as {
    panels: { targets?: { expr: string }[] }[];
  };
  return panels.flatMap(({ targets = [] }) => targets.map(({ expr }) => expr));
}

/** Every metric of ours that the sources make; a histogram is three. */
export function metricNames(): Set<string> {
  const made = /\b(counter|gauge|histogram)\(\s*'(phoenix_\w+)'/g;
  const names = [...sourcesUnder('libs'), ...sourcesUnder('services')]
    .filter((path) => path.endsWith('.ts'))
    .flatMap((path) => [...textOf(path).matchAll(made)])
    .flatMap(([, kind, name = '']) =>
      kind === 'histogram' ? ['_bucket', '_count', '_sum'].map((part) => name + part) : [name],
    );
  return new Set(names);
}

/** The metrics of ours that a query names. */
export function metricsIn(query: string): string[] {
  return query.match(/\bphoenix_\w+/g) ?? [];
}

/** Headings of a page as links name them. */
export function anchorsOf(path: string): Set<string> {
  const headings = [...textOf(path).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => heading);
  return new Set(
    headings.map((heading) =>
      heading
        .toLowerCase()
        .replace(/[^\w\- ]/g, '')
        .replaceAll(' ', '-'),
    ),
  );
}
