import { describe, expect, it } from '@jest/globals';
import { derivedKey } from './derived-key.js';

describe('derivedKey', () => {
  it('is the UUID version 5 of RFC 9562 (its example: the DNS namespace and www.example.com)', () => {
    const dns = '6ba7b810-9dad-11d1-80b4-00c04fd430c8';
    expect(derivedKey('www.example.com', dns)).toBe('2ed6657d-e927-568b-95e1-2665a8aea6a2');
  });

  it('differs from service to service for the same key', () => {
    const key = '7f1d3c52-6a0e-4b9a-9a43-0d3c2f6f1b11';
    expect(derivedKey('letters', key)).not.toBe(derivedKey('cv', key));
  });
});
