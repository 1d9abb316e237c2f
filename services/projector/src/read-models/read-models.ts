import { energyHistory } from './energy-history.js';
import { eventStore } from './event-store.js';
import type { ReadModel } from './read-model.js';

/** Every read model that this projector writes. */
export const readModels: readonly ReadModel[] = [eventStore, energyHistory];
