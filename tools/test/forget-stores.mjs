import { AsyncLocalStorage } from 'node:async_hooks';

/** @type {Set<AsyncLocalStorage<unknown>>} */
const used = new Set();
const storage = AsyncLocalStorage.prototype;
const { run, enterWith } = storage;

storage.run = function (...args) {
  used.add(this);
  return run.apply(this, args);
};
storage.enterWith = function (store) {
  used.add(this);
  enterWith.call(this, store);
};

/**
 * Ends the AsyncLocalStorages that were used so far. Node keeps each for ever and carries it through every promise:
 * those of test files that are over would make the files after them slower and slower.
 */
export function forgetStores() {
  for (const one of used) one.disable();
  used.clear();
}
