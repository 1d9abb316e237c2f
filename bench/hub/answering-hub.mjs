import { Controller } from '@nestjs/common';
import { house } from '#libs/contracts';
import { Handles } from '#libs/messaging';

/** @typedef {import('#libs/contracts').Contract} Contract */
/** @typedef {(request: any, call: import('#libs/messaging').Call) => unknown} Handler */

/**
 * A controller that keeps the hub's charter with other handlers than the hub's: those given here, and for every other
 * contract one that fails, since nobody should ask.
 * @param {ReadonlyMap<Contract, Handler>} handlers
 */
export function answeringHub(handlers) {
  class AnsweringHub {}
  for (const contract of house.hub.handles) {
    const handler = handlers.get(contract) ?? notMeasured;
    const value = (/** @type {any} */ request, /** @type {any} */ call) => handler(request, call);
    const descriptor = { value, writable: true, configurable: true, enumerable: false };
    Object.defineProperty(AnsweringHub.prototype, contract.subject, descriptor);
    Handles(contract)(AnsweringHub.prototype, contract.subject, descriptor);
  }
  Controller()(AnsweringHub);
  return AnsweringHub;
}

function notMeasured() {
  throw new Error('The benchmark does not ask for this.');
}
