import type { GrantSource } from '#libs/contracts';
import { pointsEn, pointsFr } from './count-points.js';
import type { PriceList } from './price-list.js';
import type { Receipt } from './read-receipt.js';

interface Sentence {
  readonly fr: string;
  readonly en: string;
}

/** The receipt in words: what for, from or to which grants, what remains. Told from the entry alone. */
export function receiptSentence(receipt: Receipt, catalogue: PriceList): Sentence {
  const { amount, balance } = receipt;
  const what = whatFor(receipt, catalogue);
  const grants = listed(receipt.grants.map(partOf));
  const points = Math.abs(amount);
  const [done, from, doneEn] = verbs(receipt);
  const plural = points > 1 ? 's' : '';
  const where = points === 0 ? '' : ` ${from} ${grants.fr}`;
  const whereEn = points === 0 ? '' : ` ${amount < 0 ? 'from' : 'to'} ${grants.en}`;
  return {
    fr: `${what.fr} : ${pointsFr(points)} ${done}${plural}${where}. Solde après l’opération : ${pointsFr(balance)}.`,
    en: `${what.en}: ${pointsEn(points)} ${doneEn}${whereEn}. Balance afterwards: ${pointsEn(balance)}.`,
  };
}

function whatFor({ kind, action, amount, listCost }: Receipt, catalogue: PriceList): Sentence {
  const label = action ? catalogue.actions[action].label : { fr: '', en: '' };
  switch (kind) {
    case 'consume':
    case 'capture':
      if (amount !== 0 || !listCost) return label;
      return {
        fr: `${label.fr} (abonnement illimité, prix habituel ${pointsFr(listCost)})`,
        en: `${label.en} (unlimited subscription, usual price ${pointsEn(listCost)})`,
      };
    case 'refund':
      return { fr: `Remboursement, ${label.fr}`, en: `Refund, ${label.en}` };
    case 'grant':
      return { fr: 'Points reçus', en: 'Points received' };
    case 'expire':
      return { fr: 'Points arrivés à échéance', en: 'Points that reached their date' };
    case 'correction':
      return { fr: 'Correction par l’équipe', en: 'Correction by staff' };
  }
}

type Words = readonly [done: string, fromOrTo: string, doneEn: string];

const added: Words = ['ajouté', 'à', 'added'];
const removed: Words = ['retiré', 'de', 'removed'];

function verbs({ kind, amount }: Receipt): Words {
  switch (kind) {
    case 'consume':
    case 'capture':
      return ['utilisé', 'sur', 'used'];
    case 'refund':
      return ['rendu', 'à', 'returned'];
    case 'grant':
      return added;
    case 'expire':
      return removed;
    case 'correction':
      return amount < 0 ? removed : added;
  }
}

type Part = Receipt['grants'][number];

const sources: Readonly<Record<GrantSource, Sentence>> = {
  welcome: { fr: 'vos points de bienvenue', en: 'your welcome points' },
  purchase: { fr: 'vos points achetés', en: 'your purchased points' },
  gesture: { fr: 'vos points offerts', en: 'your gift points' },
  refund: { fr: 'vos points remboursés', en: 'your refunded points' },
  correction: { fr: 'vos points de correction', en: 'your correction points' },
};

function partOf({ source, amount, expiresAt }: Part): Sentence {
  const { fr, en } = sources[source];
  if (expiresAt === null) return { fr: `${fr} (${amount})`, en: `${en} (${amount})` };
  const day = expiresAt.slice(0, 10);
  const dayFr = day.replace(/(\d+)-(\d+)-(\d+)/, '$3/$2/$1');
  return {
    fr: `${fr} (${amount}, valables jusqu’au ${dayFr})`,
    en: `${en} (${amount}, valid until ${day})`,
  };
}

function listed(parts: readonly Sentence[]): Sentence {
  const join = (words: readonly string[], and: string) => {
    const last = words.at(-1) ?? '';
    return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} ${and} ${last}`;
  };
  return {
    fr: join(
      parts.map(({ fr }) => fr),
      'et',
    ),
    en: join(
      parts.map(({ en }) => en),
      'and',
    ),
  };
}
