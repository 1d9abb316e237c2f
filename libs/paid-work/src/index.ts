export { derivedKey } from './derived-key.js';
export { HeldWork } from './held-work.js';
export type { HeldRequest, Hold, Stored } from './held-request.js';
export { heldWorkColumns } from './held-work-columns.js';
export { heldWorkProviders } from './held-work-providers.js';
export { withdrawWork } from './held-row-steps.js';
export { PaidWork, type PaidRequest, type Receipt } from './paid-work.js';
export { paidWorkTable } from './paid-work-table.js';
export { countUnfinishedWork, unfinishedWorkIndex } from './unfinished-work.js';
