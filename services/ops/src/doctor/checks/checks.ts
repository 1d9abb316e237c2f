import type { Check } from '../check.js';
import { clocks } from './clocks.js';
import { connections } from './connections.js';
import { databaseRights } from './database-rights.js';
import { diskRoom } from './disk-room.js';
import { environment } from './environment.js';
import { houseStatus } from './house-status.js';
import { logShipping } from './log-shipping.js';
import { months } from './months.js';
import { natsDurability } from './nats-durability.js';
import { natsPermissions } from './nats-permissions.js';
import { postgresDurability } from './postgres-durability.js';
import { replicas } from './replicas.js';
import { streamRoom } from './stream-room.js';
import { streamSettings } from './stream-settings.js';
import { versions } from './versions.js';

/** Everything that doctor looks at, in the order in which it is told. */
export const checks: readonly Check[] = [
  postgresDurability,
  natsDurability,
  replicas,
  databaseRights,
  streamSettings,
  houseStatus,
  streamRoom,
  diskRoom,
  connections,
  clocks,
  natsPermissions,
  versions,
  months,
  logShipping,
  environment,
];
