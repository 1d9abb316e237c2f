import { energyHistory } from './energy-history.js';
import { energyUsage } from './energy-usage.js';
import { eventStore } from './event-store.js';
import type { ReadModel } from './read-model.js';
import { serviceFigures } from './service-figures.js';

/** Every read model that this projector writes. */
export const readModels: readonly ReadModel[] = [
  eventStore,
  energyHistory,
  energyUsage,
  serviceFigures,
];
