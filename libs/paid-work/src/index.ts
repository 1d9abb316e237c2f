export { derivedKey } from './derived-key.js';
export { PaidWork, type PaidRequest, type Receipt } from './paid-work.js';
export { paidWorkTable } from './paid-work-table.js';
export { countUnfinishedWork, unfinishedWorkIndex } from './unfinished-work.js';
export { underHold, type HeldRequest, type HoldReceipt } from './under-hold.js';
