import { Controller, Inject } from '@nestjs/common';
import { getCatalogue, house } from '#libs/contracts';
import { Handles } from '#libs/messaging';

/** @typedef {import('#libs/contracts').Contract} Contract */
/** @typedef {(request: any, call: import('#libs/messaging').Call, ...injected: any[]) => unknown} Handler */

/**
 * A controller that keeps the hub's charter with other handlers than the hub's: the one given here, one by which users
 * become known, and for every other contract one that fails, since nobody should ask.
 * @param {Contract} contract
 * @param {Handler} handler gets, after request and call, what Nest injects for `tokens`
 * @param {readonly import('@nestjs/common').InjectionToken[]} tokens
 */
export function answeringHub(contract, handler, tokens = []) {
  const handlers = new Map([[contract, handler]]).set(getCatalogue, emptyCatalogue);
  const handlerOf = (/** @type {Contract} */ one) => handlers.get(one) ?? notMeasured;
  class AnsweringHub {
    /** @type {readonly unknown[]} */
    injected;

    constructor(/** @type {unknown[]} */ ...injected) {
      this.injected = injected;
    }
  }
  for (const one of house.hub.handles) {
    /** @this {AnsweringHub} */
    function value(/** @type {any} */ request, /** @type {any} */ call) {
      return handlerOf(one)(request, call, ...this.injected);
    }
    const descriptor = { value, writable: true, configurable: true, enumerable: false };
    Object.defineProperty(AnsweringHub.prototype, one.subject, descriptor);
    Handles(one)(AnsweringHub.prototype, one.subject, descriptor);
  }
  tokens.forEach((token, index) => Inject(token)(AnsweringHub, undefined, index));
  Controller()(AnsweringHub);
  return AnsweringHub;
}

function emptyCatalogue() {
  return { version: 1, actions: [], packs: [] };
}

function notMeasured() {
  throw new Error('The benchmark does not ask for this.');
}
