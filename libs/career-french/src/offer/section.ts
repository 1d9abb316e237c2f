import { fold } from '#libs/french-text';

/** The part of an offer a line belongs to. */
export type Section = 'open' | 'about' | 'tasks' | 'profile' | 'wished' | 'conditions';

const HEADINGS: readonly [Section, RegExp][] = [
  [
    'about',
    /^(?:qui sommes|qui est|l.entreprise|l.association|l.etablissement|la maison|la societe|le groupe|notre (?:entreprise|maison|societe|association|structure|histoire)|a propos|presentation|contexte|descriptif de l.entreprise|nous connaitre)/,
  ],
  [
    'conditions',
    /^(?:nous (?:vous )?(?:offrons|proposons)|ce que nous (?:vous )?(?:offrons|proposons)|avantages|conditions|remuneration|salaire|horaires|les conditions|pourquoi nous rejoindre|informations pratiques|modalites|type de contrat|pour postuler|candidature)/,
  ],
  [
    'wished',
    /^(?:les? (?:petits? )?plus|atouts?|apprecies?|serai(?:t|ent) un plus|bonus|souhaites?|competences? (?:souhaitee?s?|appreciee?s?)|un plus)/,
  ],
  [
    'tasks',
    /^(?:(?:vos|les|tes) missions?|votre mission|la mission|missions?|votre role|le poste|description du poste|activites|taches|vos (?:activites|responsabilites|taches)|au quotidien|ce que vous ferez|votre quotidien|principales missions|missions principales|descriptif du poste)/,
  ],
  [
    'profile',
    /^(?:(?:votre |le )?profil|profil recherche|competences|vous|qualites|exigences|prerequis|pre-requis|ce que nous cherchons|qualifications?|nous cherchons|vos (?:competences|atouts|qualites)|savoir[- ]etre|savoir[- ]faire|requis|indispensable|experience)/,
  ],
];
const MOST_WORDS = 7;

/** The section that a line opens by being its heading; undefined for any other line. */
export function headingOf(line: string): Section | undefined {
  const folded = fold(line)
    .text.replace(/^[^a-z]{1,6}/, '')
    .trim();
  const [head = ''] = folded.split(':');
  const short = head.trim().split(' ').length <= MOST_WORDS;
  const alone = folded.endsWith(':') || !/[.,;!]$/.test(folded);
  if (!short || !(folded.includes(':') || (alone && folded.split(' ').length <= MOST_WORDS)))
    return undefined;
  const found = HEADINGS.find(([, pattern]) => pattern.test(head));
  if (!found) return undefined;
  // « Vous gérez les stocks » is a sentence, « Vous : » a heading.
  return /^(?:vous|experience|l.entreprise|le poste|votre role|candidature|horaires|salaire) [a-z]/.test(
    head,
  ) && !folded.includes(':')
    ? undefined
    : found[0];
}
