import { isUnknown } from '../../status/unknown.js';
import type { Check, Finding } from '../check.js';
import { listed } from '../../status/faults/fault.js';
import type { Seen } from '../seen.js';

const oldestNats = '2.12';
const oldestPostgres = 150_000;
const oldestNode = '20.19';

/** Whether servers are new enough, and every instance is of the release of this command line. */
export const versions: Check = {
  name: 'versions',
  look(seen) {
    const { status, release, installed } = seen;
    const findings = [...tooOld(seen)];
    const others = status.instances.filter(({ version }) => version !== release);
    if (others.length > 0) {
      const names = others.map(({ name, id, version }) => `${name} ${id} (${version})`);
      findings.push({
        gravity: 'drift',
        wrong: `${listed(names)} ${others.length === 1 ? 'is' : 'are'} of another release than this command line (${release}).`,
        fix: 'While a release is rolled out this is as it should be; else start what is left over anew (`npm start`, or `docker compose up --build --wait`).',
      });
    }
    const nats = isUnknown(seen.brokers) ? [] : seen.brokers.map(({ version }) => version);
    const postgres = installed.map(({ database }) => database.version);
    const parts = [
      `Phoenix ${release}`,
      ...unique(nats).map((version) => `nats-server ${version}`),
      ...unique(postgres).map((version) => `Postgres ${version}`),
      ...unique(installed.map(({ node }) => node)).map((version) => `Node ${version}`),
    ];
    return { findings, seen: listed(parts) };
  },
};

function tooOld({ brokers, installed }: Seen): Finding[] {
  const found: Finding[] = [];
  for (const { name, version } of isUnknown(brokers) ? [] : brokers) {
    if (!isOlder(version, oldestNats)) continue;
    found.push({
      gravity: 'loses',
      wrong: `nats-server ${name} is ${version}, and ignores settings of the stream in silence.`,
      fix: `Update it to ${oldestNats} or newer.`,
    });
  }
  for (const { service, database, node } of installed) {
    if (database.versionNumber < oldestPostgres) {
      found.push({
        gravity: 'stops',
        wrong: `The Postgres of ${service} is ${database.version}, which Phoenix was not made for.`,
        fix: 'Update it to 15 or newer.',
      });
    }
    if (isOlder(node, oldestNode)) {
      found.push({
        gravity: 'drift',
        wrong: `${service} runs on Node ${node}, which Phoenix was not made for.`,
        fix: `Update it to ${oldestNode} or newer.`,
      });
    }
  }
  return found;
}

function isOlder(version: string, than: string): boolean {
  const [a, b] = [version, than].map((one) => one.split('.').map((part) => Number.parseInt(part)));
  return a![0]! < b![0]! || (a![0] === b![0] && a![1]! < b![1]!);
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)];
}
