/** A letter that follows every convention; the people and the firm are invented. */
export const GOOD_LETTER = `Camille Rousselin
14 rue des Tanneurs
69003 Lyon
06 12 34 56 78
camille.rousselin@courriel-exemple.fr

Maison Verdier
À l’attention de Madame Hélène Castagnet
8 quai de la Fosse
44000 Nantes

Lyon, le 12 mars 2026

Objet : candidature au poste de chargée de communication (réf. MV-2026-04)

Madame, Monsieur,

Votre maison ouvre cette année trois boutiques dans l’Ouest et cherche une personne capable de faire connaître ses ateliers sans trahir leur discrétion. C’est exactement le travail que je mène depuis cinq ans auprès de fabricants textiles, et la raison pour laquelle je vous adresse ma candidature.

Chez Filature des Monts, j’ai repris une communication dispersée entre quatre prestataires. En dix-huit mois, le nombre de visites en atelier est passé de 1 200 à 3 500, pour un budget inchangé de 40 000 euros. La presse régionale nous a consacré onze articles ; deux d’entre eux ont été repris au niveau national. J’y ai appris à écrire avec les artisans plutôt qu’à leur place, et à mesurer ce que chaque action rapporte réellement.

Votre annonce insiste sur la sobriété du ton et sur l’accueil des visiteurs. Ces deux exigences se rejoignent : un lieu bien raconté attire des visiteurs curieux, donc patients. Lors des journées portes ouvertes de 2025, j’ai coordonné une équipe de six bénévoles, conçu le parcours et rédigé les panneaux. Le livret de visite, intitulé « Du fil à la pièce », est toujours distribué aujourd’hui. Pourquoi ne pas imaginer une démarche semblable à Nantes ?

Originaire de Saint-Nazaire, je souhaite revenir m’installer près de l’estuaire et je serais disponible dès le 1er juin. Un entretien me permettrait de vous présenter mes réalisations et de mieux comprendre vos attentes pour ces ouvertures. Je vous joins également deux dossiers de presse.

Dans l’attente de votre réponse, je vous prie d’agréer, Madame, Monsieur, l’expression de mes salutations distinguées.

Camille Rousselin
`;
