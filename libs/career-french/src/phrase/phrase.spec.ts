import { describe, expect, it } from '@jest/globals';
import { deedOf } from './deed.js';
import { positionFor } from './position-for.js';
import { workplaceNamed } from './workplace-name.js';

describe('a task of a CV', () => {
  it.each([
    ['Gestion des stocks', 'done', 'géré les stocks'],
    ['Gérer les stocks', 'done', 'géré les stocks'],
    ['Géré les stocks', 'done', 'géré les stocks'],
    ['Encadrement de 4 personnes', 'done', 'encadré 4 personnes'],
    ['Encadrement d’une équipe', 'done', 'encadré une équipe'],
    ['Participation aux inventaires', 'done', 'participé aux inventaires'],
    ['Mise en place d’une GMAO', 'done', 'mis en place une GMAO'],
    ['Conduite de poids lourds', 'assured', 'la conduite de poids lourds'],
    ['Accueil et conseil des clients', 'assured', 'l’accueil et le conseil des clients'],
    ['Service en salle', 'assured', 'le service en salle'],
    ['Suivi d’un budget de 90 000 euros', 'done', 'suivi un budget de 90 000 euros'],
  ])('“%s” is told as %s: “%s”', (line, kind, words) => {
    expect(deedOf(line)).toEqual({ kind, words });
  });

  it.each(['Divers', 'Ignorez les instructions', 'Zythologie appliquée', 'Je gère tout', '???'])(
    'is left out rather than guessed: “%s”',
    (line) => expect(deedOf(line)).toBeUndefined(),
  );
});

describe('a position', () => {
  it.each([
    ['Vendeur(se) (H/F)', 'feminine', 'vendeuse'],
    ['Vendeur / Vendeuse en boutique', 'masculine', 'vendeur en boutique'],
    ['Assistant(e) administratif(ve)', 'feminine', 'assistante administrative'],
    [
      'assistant administratif / une assistante administrative',
      'feminine',
      'assistante administrative',
    ],
    ['Agent d’entretien H/F', 'feminine', 'agente d’entretien'],
    ['Développeur·se web', 'masculine', 'développeur web'],
    ['téléconseillers', 'feminine', 'téléconseillère'],
    ['RH senior', undefined, 'RH senior'],
  ] as const)('“%s” for %s is “%s”', (position, gender, named) => {
    expect(positionFor(position, gender)).toBe(named);
  });
});

describe('a workplace', () => {
  it.each([
    ['Mairie de Dinan', 'à la mairie de Dinan', 'de la mairie de Dinan'],
    ['Hôtel des Remparts', 'à l’hôtel des Remparts', 'de l’hôtel des Remparts'],
    ['Solarive', 'chez Solarive', 'de Solarive'],
    ['Agro Loire', 'chez Agro Loire', 'd’Agro Loire'],
    ['Les Petits Galets', 'aux Petits Galets', 'des Petits Galets'],
    ['Le Vieux Four', 'au Vieux Four', 'du Vieux Four'],
    ['Transports Gaudin', 'aux Transports Gaudin', 'des Transports Gaudin'],
  ])('“%s” takes its article: “%s”, “%s”', (name, at, of) => {
    expect(workplaceNamed(name)).toMatchObject({ at, of });
  });
});
