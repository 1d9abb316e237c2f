import { FreeDrafts } from './free-drafts.js';
import { HeldWork } from './held-work.js';
import { HoldKeeper } from './hold-keeper.js';
import { HoldPlacing } from './hold-placing.js';
import { LeftOverWork } from './left-over-work.js';
import { Settling } from './settling.js';

/** What a service's module provides to do work under holds; its schema needs `heldWorkColumns` and `draftOffersTable`. */
export const heldWorkProviders = [
  HeldWork,
  HoldKeeper,
  HoldPlacing,
  Settling,
  FreeDrafts,
  LeftOverWork,
];
