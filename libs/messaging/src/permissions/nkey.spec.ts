import { describe, expect, it } from '@jest/globals';
import { nkeys } from '@nats-io/transport-node';
import { nkeyOf } from './nkey.js';

describe('the key of a seed', () => {
  it('is the one that NATS knows, and signs what NATS accepts', () => {
    for (let time = 0; time < 5; time++) {
      const theirs = nkeys.createUser();
      const ours = nkeyOf(new TextDecoder().decode(theirs.getSeed()));
      expect(ours.publicKey).toBe(theirs.getPublicKey());
      const signature = Buffer.from(ours.sign('a nonce'), 'base64');
      expect(theirs.verify(Buffer.from('a nonce'), signature)).toBe(true);
    }
  });

  it('is refused when the seed was misspelt, or is not of a user', () => {
    const seed = new TextDecoder().decode(nkeys.createUser().getSeed());
    const wrong = seed.slice(0, 20) + (seed[20] === 'A' ? 'B' : 'A') + seed.slice(21);
    const account = new TextDecoder().decode(nkeys.createAccount().getSeed());
    for (const text of ['', 'PHOENIX_NKEY_HUB=U', wrong, account])
      expect(() => nkeyOf(text)).toThrow();
  });
});
