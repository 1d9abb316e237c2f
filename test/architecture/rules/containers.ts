import { parse } from 'yaml';

interface Container {
  readonly image?: string;
  readonly user?: string;
  readonly read_only?: boolean;
  readonly privileged?: boolean;
  readonly cap_add?: readonly string[];
  readonly cap_drop?: readonly string[];
  readonly security_opt?: readonly string[];
  readonly mem_limit?: string;
  readonly pids_limit?: number;
  readonly restart?: string;
  readonly stop_grace_period?: string;
  readonly healthcheck?: object;
  readonly logging?: { readonly options?: Readonly<Record<string, string>> };
  readonly ports?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
}

/** What docker-compose.yml leaves open, one sentence a fault. A container with `restart: "no"` ends by itself. */
export function openContainers(composeFile: string): string[] {
  const { services } = parse(composeFile, { merge: true }) as {
    services: Record<string, Container>;
  };
  return Object.entries(services).flatMap(([name, container]) =>
    faultsOf(container).map((fault) => `${name} ${fault}`),
  );
}

function faultsOf(container: Container): string[] {
  const { restart, user, environment = {} } = container;
  const runsAlways = restart === 'unless-stopped';
  const secrets = Object.keys(environment).filter((key) => /PASSWORD|SECRET|SEED/.test(key));
  const addresses = Object.values(environment).filter((value) => /:\/\/[^/]*:[^/]*@/.test(value));
  const checks: [string, boolean][] = [
    ['runs as root', user !== undefined && !/^(root|0)(:|$)/.test(user)],
    ['may write its own file system', container.read_only === true],
    ['keeps capabilities', container.cap_drop?.join() === 'ALL' && !container.cap_add],
    ['is privileged', !container.privileged],
    ['may gain privileges', container.security_opt?.includes('no-new-privileges:true') === true],
    ['has no memory limit', container.mem_limit !== undefined],
    ['has no process limit', container.pids_limit !== undefined],
    ['has no restart policy', runsAlways || restart === 'no'],
    ['is never asked whether it is well', !runsAlways || container.healthcheck !== undefined],
    ['has no time to drain', container.stop_grace_period !== undefined],
    ['keeps its log for ever', container.logging?.options?.['max-size'] !== undefined],
    [
      'is open to the network',
      (container.ports ?? []).every((port) => port.startsWith('127.0.0.1:')),
    ],
    ['has a password in its environment', addresses.length === 0],
    ['has a secret in its environment', secrets.every((key) => key.endsWith('_FILE'))],
    ['has an image without a version', /:(?!latest$)[^:/]+$/.test(container.image ?? '')],
  ];
  return checks.filter(([, holds]) => !holds).map(([fault]) => fault);
}
