import type { Migration } from '#libs/persistence';
import { Projector1763800000000 } from './1763800000000-projector.js';
import { FirstReadModels1763800000001 } from './1763800000001-first-read-models.js';
import { EnergyHistory21763900000000 } from './1763900000000-energy-history-2.js';
import { Builds1764000000000 } from './1764000000000-builds.js';
import { Restoring1764100000000 } from './1764100000000-restoring.js';
import { Operating1764200000000 } from './1764200000000-operating.js';
import { Months1764300000000 } from './1764300000000-months.js';
import { Books1764400000000 } from './1764400000000-books.js';
import { Attempts1764500000000 } from './1764500000000-attempts.js';
import { Dropped1764600000000 } from './1764600000000-dropped.js';

/** The schema of projector, step by step; a step that was ever run is never changed. */
export const migrations: readonly Migration[] = [
  Projector1763800000000,
  FirstReadModels1763800000001,
  EnergyHistory21763900000000,
  Builds1764000000000,
  Restoring1764100000000,
  Operating1764200000000,
  Months1764300000000,
  Books1764400000000,
  Attempts1764500000000,
  Dropped1764600000000,
];
