import type { Skill } from '#libs/career-french';

/** How a skill that is missing may be acquired; a quality is shown, a tool is practised, a craft is learnt. */
export function remedyFor({ kind, label }: Skill): string {
  if (kind === 'soft')
    return 'Cherchez dans votre parcours une situation qui la montre, et préparez-vous à la raconter.';
  if (
    /^l(?:es? |a |’)(?:logiciel|langage|bibliothèque|outil|serveur|plateforme|maîtrise|suite|bureautique)/u.test(
      label,
    )
  ) {
    return 'Exercez-vous sur un cas réel, puis faites valider ce que vous savez faire par un module court.';
  }
  if (/^le permis|chariots|premiers secours|habilitation/u.test(label)) {
    return 'Passez le certificat : il s’obtient en quelques jours à quelques semaines et se finance souvent.';
  }
  return 'Découvrez ce point d’abord par une immersion de quelques jours en entreprise, puis suivez une formation ciblée.';
}
