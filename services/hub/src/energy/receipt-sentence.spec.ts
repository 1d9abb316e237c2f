import { describe, expect, it } from '@jest/globals';
import { noon, numberedId } from './account-history.sample.js';
import { builtInPrices } from './price-list.js';
import type { Receipt } from './read-receipt.js';
import { receiptSentence } from './receipt-sentence.js';

const part = (source: Receipt['grants'][number]['source'], amount: number, expiresAt?: string) => ({
  grantId: numberedId(1),
  ...{ source, amount, expiresAt: expiresAt ?? null },
});

const receipt = (entry: Partial<Receipt>): Receipt => ({
  ...{ entryId: numberedId(9), kind: 'consume', action: null, amount: 0, listCost: null },
  ...{ balance: 85, occurredAt: noon, grants: [], ...entry },
});

describe('the sentence of a receipt', () => {
  it.each<[string, Partial<Receipt>, string, string]>([
    [
      'an action paid from two grants',
      {
        action: 'lettre_motivation',
        ...{ amount: -15, listCost: 15 },
        grants: [part('gesture', 10, '2026-12-31T00:00:00.000Z'), part('welcome', 5)],
      },
      'Lettre de motivation : 15 points utilisés sur vos points offerts (10, valables jusqu’au 31/12/2026) et vos points de bienvenue (5). Solde après l’opération : 85 points.',
      'Cover letter: 15 points used from your gift points (10, valid until 2026-12-31) and your welcome points (5). Balance afterwards: 85 points.',
    ],
    [
      'an action in an unlimited period',
      { kind: 'capture', action: 'mirror_match', listCost: 30 },
      'CV face à une offre (abonnement illimité, prix habituel 30 points) : 0 point utilisé. Solde après l’opération : 85 points.',
      'CV against a job offer (unlimited subscription, usual price 30 points): 0 points used. Balance afterwards: 85 points.',
    ],
    [
      'a gift of one point',
      { kind: 'grant', amount: 1, balance: 1, grants: [part('welcome', 1)] },
      'Points reçus : 1 point ajouté à vos points de bienvenue (1). Solde après l’opération : 1 point.',
      'Points received: 1 point added to your welcome points (1). Balance afterwards: 1 point.',
    ],
    [
      'points that expired',
      { kind: 'expire', amount: -4, grants: [part('refund', 4, '2026-11-22T12:00:00.000Z')] },
      'Points arrivés à échéance : 4 points retirés de vos points remboursés (4, valables jusqu’au 22/11/2026). Solde après l’opération : 85 points.',
      'Points that reached their date: 4 points removed from your refunded points (4, valid until 2026-11-22). Balance afterwards: 85 points.',
    ],
    [
      'a correction upwards',
      { kind: 'correction', amount: 7, grants: [part('correction', 7)] },
      'Correction par l’équipe : 7 points ajoutés à vos points de correction (7). Solde après l’opération : 85 points.',
      'Correction by staff: 7 points added to your correction points (7). Balance afterwards: 85 points.',
    ],
  ])('tells %s', (_, entry, fr, en) => {
    expect(receiptSentence(receipt(entry), builtInPrices)).toEqual({ fr, en });
  });
});
