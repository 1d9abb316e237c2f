import { randomUUID } from 'node:crypto';
import { catalogue, welcomePoints } from '#libs/contracts';

const action = 'conseil_rapide';
const { cost } = catalogue[action];
const livesAtOnce = 100;

/**
 * Events as the hub would tell them, for ever, of a hundred users at a time, who open an account, spend it, and make
 * room for others.
 * @returns {Generator<import('#libs/contracts').RecordedEvent, never>}
 */
export function* toldEvents() {
  const lives = Array.from({ length: livesAtOnce }, life);
  for (let n = 0; ; n = (n + 1) % livesAtOnce) {
    const told = lives[n]?.next();
    if (told?.value) yield told.value;
    else lives[n] = life();
  }
}

/** @returns {Generator<import('#libs/contracts').RecordedEvent, undefined>} */
function* life() {
  const userId = randomUUID();
  yield event(userId, 1, 'AccountOpened', { catalogueVersion: 1 });
  const granted = { entryId: randomUUID(), grantId: randomUUID(), source: 'welcome' };
  const given = { ...granted, amount: welcomePoints, expiresAt: null };
  yield event(userId, 2, 'EnergyGranted', { ...given, balance: welcomePoints, held: 0 });
  for (let balance = welcomePoints - cost, version = 3; balance >= 0; balance -= cost, version++) {
    const grants = [{ grantId: given.grantId, amount: cost }];
    const consumed = { entryId: randomUUID(), action, cost, listCost: cost, catalogueVersion: 1 };
    const key = { idempotencyKey: randomUUID(), fingerprint: '0'.repeat(64) };
    yield event(userId, version, 'EnergyConsumed', {
      ...consumed,
      grants,
      ...key,
      balance,
      held: 0,
    });
  }
}

/** @returns {import('#libs/contracts').RecordedEvent} */
function event(
  /** @type {string} */ userId,
  /** @type {number} */ subjectVersion,
  /** @type {string} */ type,
  /** @type {object} */ data,
) {
  const id = randomUUID();
  const traceparent = `00-${id.replaceAll('-', '')}-${id.slice(-12)}0000-01`;
  const envelope = {
    ...{ id, source: /** @type {const} */ ('hub'), type, eventVersion: 1, userId, subjectVersion },
    ...{ occurredAt: new Date().toISOString(), actorId: userId, traceparent },
    ...{ correlationId: randomUUID(), causationId: randomUUID() },
  };
  return { envelope, data: JSON.stringify(data) };
}
