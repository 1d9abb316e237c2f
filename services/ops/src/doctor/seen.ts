import type { getProjectorInstallation, Installation, ReplyOf } from '#libs/contracts';
import type { BrokerFigures, PermissionDrift, StreamFigures } from '#libs/messaging';
import type { HouseStatus } from '../status/house-status.js';
import type { Unknown } from '../status/unknown.js';
import type { Clock } from './read-clock.js';
import type { Folder } from './look-at-folders.js';

type Declared = Pick<ReplyOf<typeof getProjectorInstallation>, 'stream' | 'monthsUntil'>;

/** One service's installation; what only the projector tells is there for it alone. */
export type Installed = Installation & Partial<Declared> & { readonly service: string };

export interface StreamSeen extends StreamFigures {
  /** Settings that are not as declared, in words. */
  readonly drift: readonly string[];
  readonly eventsOfOneDay: number;
}

/** All that doctor knows of the house, gathered at one moment. */
export interface Seen {
  readonly nowMs: number;
  readonly release: string;
  readonly status: HouseStatus;
  readonly brokers: readonly BrokerFigures[] | Unknown;
  /** `null` when it does not exist. */
  readonly stream: StreamSeen | null | Unknown;
  readonly installed: readonly Installed[];
  /** Services that run, and could not tell. */
  readonly silent: readonly (Unknown & { readonly service: string })[];
  readonly ownPermissions: PermissionDrift | Unknown;
  readonly clocks: readonly Clock[];
  readonly folders: readonly Folder[];
}
