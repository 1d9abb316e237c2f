/** A profile that gives enough for a letter; the person and the firms are invented. */
export const PROFILE = `Camille Rousselin
69003 Lyon
camille.rousselin@courriel-exemple.fr

EXPÉRIENCES
2018-2024 : Vendeuse, Filature des Monts, Lyon
- Accueil et conseil des clients
- Gestion des stocks
- Encadrement de deux apprenties
- Augmentation du panier moyen de 15 %
2014-2018 : Caissière, Comptoir Merlin, Oullins
- Encaissement
- Mise en rayon

J'ai aussi tenu la boutique en ligne de l'atelier pendant deux saisons. Mes collègues m'appellent quand une vitrine reste à faire. Je souhaite rejoindre une maison qui fabrique ce qu'elle vend.

COMPÉTENCES
Soudure, rigueur, anglais (B1)
`;

export const OFFER = `Maison Verdier recherche une vendeuse ou un vendeur (H/F) pour sa boutique de Nantes, en CDI.
Vous assurez l'accueil des clients, la gestion des stocks, l'encaissement et la mise en rayon. Rigueur indispensable.
Réf. MV-2026-04`;
