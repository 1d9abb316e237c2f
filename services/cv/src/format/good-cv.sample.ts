/** A CV that follows every convention; the people and the firms are invented. */
export const GOOD_CV = `Yanis Bellecour
Responsable logistique
31 allée des Cerisiers, 38000 Grenoble
07 98 76 54 32 – yanis.bellecour@courriel-exemple.fr
linkedin.com/in/yanis-bellecour

PROFIL
Responsable logistique depuis huit ans dans l’agroalimentaire, je conçois des flux simples et des équipes autonomes. Je cherche un site en croissance où structurer la préparation de commandes et réduire les pertes sur les produits frais.

EXPÉRIENCES PROFESSIONNELLES

Responsable logistique, Laiterie du Vercors, Grenoble
mars 2021 – aujourd’hui
• Encadrement de 24 personnes réparties sur deux équipes, de 5:00 à 21:00
• Baisse de 18 % des ruptures en un an grâce à un nouveau calcul des stocks de sécurité
• Mise en service d’un logiciel de gestion d’entrepôt, livré avec deux semaines d’avance
• Négociation des contrats de transport : 210 000 euros d’économies sur trois ans
• Suivi quotidien des indicateurs de casse, de retard et de satisfaction des clients

Adjoint au responsable d’entrepôt, Primeurs Delorme, Valence
septembre 2018 – février 2021
• Organisation des tournées de 35 chauffeurs dans quatre départements
• Création d’un livret d’accueil pour les saisonniers, repris par trois autres sites
• Réduction du temps de chargement de 40 à 25 minutes par camion
• Préparation des audits de sécurité alimentaire, tous réussis sans réserve

Technicien logistique, Entrepôts Saint-Clair, Lyon
juillet 2016 – août 2018
• Réception et contrôle de 120 palettes par jour, saisie dans SAP
• Formation de neuf intérimaires à la conduite de chariots
• Participation au déménagement du site, réalisé en un seul week-end

FORMATION

Master Gestion de la chaîne logistique, Université de Grenoble
septembre 2014 – juin 2016
Mémoire consacré à la prévision de la demande pour les produits à durée de vie courte, mené avec une coopérative de la Drôme.

Licence d’économie et de gestion, Université de Savoie
septembre 2011 – juin 2014

COMPÉTENCES
• Pilotage : indicateurs de service, budgets, plans de charge, amélioration continue
• Outils : SAP, Excel, Power BI, JavaScript (scripts d’import)
• Réglementation : hygiène alimentaire, transport sous température dirigée, sécurité au travail
• Management : entretiens annuels, recrutement, intégration, prévention des conflits

LANGUES
Anglais : C1, deux ans de réunions hebdomadaires avec des fournisseurs irlandais
Italien : B1

CENTRES D’INTÉRÊT
Trésorier d’une association de réparation de vélos, randonnée en montagne, cuisine piémontaise.
`;
