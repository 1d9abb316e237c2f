import { readFileSync } from 'node:fs';

/** @typedef {{ title: string, targets?: { expr: string }[] }} Panel */

/** Every query of a dashboard as a recording rule, so that promtool says which does not parse. JSON is YAML. */
export function dashboardRules(/** @type {string} */ path) {
  const { panels } = /** @type {{ panels: Panel[] }} */ (JSON.parse(readFileSync(path, 'utf8')));
  const rules = panels
    .flatMap(({ targets = [] }) => targets)
    .map(({ expr }, index) => ({
      record: `dashboard:query_${index}`,
      expr: expr.replaceAll('$__rate_interval', '5m'),
    }));
  return JSON.stringify({ groups: [{ name: 'dashboard', rules }] });
}
