import type { ChildProcess, SpawnOptions } from 'node:child_process';

export type Log = (sentence: string) => void;
export type OnLine = (line: string, stream: 'stdout' | 'stderr') => void;
export interface Exit {
  code: number | null;
  signal: NodeJS.Signals | null;
}
export interface Bound {
  child: ChildProcess;
  exited: Promise<Exit>;
}
/** A server that runs until `stop` (in order) or `kill` (a crash); both wait for its end. */
export interface Running {
  port: number;
  pid: number;
  process: ChildProcess;
  exited: Promise<Exit>;
  stop(): Promise<Exit>;
  kill(): Promise<Exit>;
}
export interface RunningNats extends Running {
  url: string;
  /** HTTP monitoring address; absent with `monitor: false`. */
  monitorUrl?: string;
}
export interface RunningPostgres extends Running {
  /** Superuser `postgres` on the database `postgres`. */
  adminUrl: string;
}

/** Promises a TCP port that nobody listens on at 127.0.0.1: the preferred one when it is free, else one the system picks. */
export function freePort(preferred?: number): Promise<number>;

/** Promises the first port from `preferred` upwards that nobody listens on. */
export function nextFreePort(preferred: number): Promise<number>;

/** The path of a nats-server of 2.12 or newer: NATS_SERVER, PATH, our caches, else a fetched one. */
export function findNatsServer(options?: {
  home?: string;
  log?: Log;
  env?: NodeJS.ProcessEnv;
}): Promise<string>;

/** Starts nats-server with JetStream on `dataDir` and returns once it answers a connection. */
export function startNats(options: {
  binary: string;
  dataDir: string;
  port?: number;
  monitorPort?: number;
  monitor?: boolean;
  syncInterval?: string;
  extraConfig?: string;
  env?: NodeJS.ProcessEnv;
  onLine?: OnLine;
}): Promise<RunningNats>;

/** Makes a PostgreSQL cluster (UTF-8, user `postgres`, password needed) unless `dataDir` has one. */
export function initPostgres(options: {
  dataDir: string;
  password: string;
  log?: Log;
}): Promise<void>;

/** Starts PostgreSQL on a cluster that `initPostgres` made and returns once it accepts connections on 127.0.0.1. */
export function startPostgres(options: {
  dataDir: string;
  password: string;
  port?: number;
  settings?: Record<string, string | number>;
  onLine?: OnLine;
  log?: Log;
}): Promise<RunningPostgres>;

/** Where a cluster's data really lie (as root they may be outside `dataDir`). */
export function postgresPlace(dataDir: string): Promise<{ readonly cluster: string }>;

/** Removes a cluster's data wherever they lie (as root they may be outside `dataDir`). */
export function removePostgres(dataDir: string): Promise<void>;

/** An Ed25519 key made once in `home`: a private JWK (0600). */
export function ensureKeys(home: string): Promise<{ signingKeyFile: string }>;

/** A NATS credential for each name, made once in `home`: a seed file (0600) each, and the public keys for nats-server. */
export function ensureNkeys(
  home: string,
  names: readonly string[],
): Promise<{
  seedFiles: Record<string, string>;
  /** By the variable that nats-server reads: `PHOENIX_NKEY_HUB`. */
  publicKeys: Record<string, string>;
  publicKeysFile: string;
}>;

/** Passwords of the Postgres administrator and of each service's two roles, made once in `home`. */
export function ensureSecrets(
  home: string,
  services: readonly string[],
): Promise<{
  postgres: string;
  services: Record<string, { ownerPassword: string; password: string }>;
}>;

/** A random password that stands in an address as it is. */
export function password(): string;

/** Starts a process that ends when this one ends, even by kill -9, and that a terminal's Ctrl-C does not reach. */
export function spawnBound(
  command: string,
  args: string[],
  options: SpawnOptions & { input?: string; endSignal?: NodeJS.Signals },
  onLine?: OnLine,
): Bound;

/** Asks a process to end (SIGTERM) and waits for it; after `graceMs` (10 s) it is killed. */
export function stopBound(bound: Bound, signal?: NodeJS.Signals, graceMs?: number): Promise<Exit>;

/** Keeps one process running, restarting it with exponential backoff (0.2 s to 10 s). */
export function supervise(options: { name: string; start: () => Promise<Bound>; log: Log }): {
  readonly name: string;
  readonly started: Promise<void>;
  readonly pid: number | undefined;
  readonly exits: number;
  kill(signal?: NodeJS.Signals): boolean;
  restart(reason: string): Promise<void>;
  stop(signal?: NodeJS.Signals, graceMs?: number): Promise<void>;
};

/** Takes a lock (a folder that names its holder), also from a holder that died. */
export function tryLock(
  path: string,
): Promise<{ release: () => Promise<void> } | { heldBy: { pid: number; startedAt: string } }>;

/** Runs `work` while holding the lock at `path`, waiting for it as long as its holder lives. */
export function withLock<T>(
  path: string,
  work: () => Promise<T>,
  onWait?: (holder: { pid: number; startedAt: string }) => void,
): Promise<T>;

/** Makes node_modules what package-lock.json says; tells whether it had to install. */
export function ensureInstalled(options?: { log?: Log }): Promise<boolean>;

/** Makes dist/ what the sources say; tells whether it had to build. */
export function ensureBuilt(options?: { log?: Log }): Promise<boolean>;

/** A Chromium that runs here: CHROMIUM_PATH, the system's, else a fetched one; throws, saying what to do, when there is none. */
export function findChromium(options?: { log?: Log }): Promise<string>;
