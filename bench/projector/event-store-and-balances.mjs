import 'reflect-metadata';
import { dirname, join } from 'node:path';
import { startService } from '#libs/messaging';
import { programOf } from '../stack/services.mjs';

const from = (/** @type {string} */ file) => import(join(dirname(programOf('projector')), file));
const { projectorService } = await from('projector-service.js');
const { eventStore } = await from('read-models/event-store.js');
const { energyHistory } = await from('read-models/energy-history.js');

/** The energy history without its lines: what is left is what the naive peer writes, too. */
const balances = {
  ...energyHistory,
  tables: energyHistory.tables.filter(
    (/** @type {{ name: string }} */ { name }) => name === 'energy_balances',
  ),
  project: (/** @type {any} */ event) => {
    const { energy_balances } = energyHistory.project(event);
    return { energy_balances };
  },
};

/** The projector as it is shipped, with two of the tables that it writes. */
await startService(() => projectorService(process.env, [eventStore, balances]));
