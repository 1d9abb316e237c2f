/** Trades that sell, receive, look after and teach: forms : ROME family : usual skills. */
export const SERVICE_TRADES = `
vendeur / vendeuse | conseiller de vente / conseillère de vente | vendeur conseil / vendeuse conseil | employé de commerce / employée de commerce : D : vente, conseil à la clientèle, encaissement, accueil de la clientèle, mise en rayon, sens du contact
vendeur en boulangerie / vendeuse en boulangerie : D : vente, accueil de la clientèle, encaissement, règles d'hygiène HACCP
vendeur en prêt-à-porter / vendeuse en prêt-à-porter : D : vente, conseil à la clientèle, merchandising, encaissement
caissier / caissière | hôte de caisse / hôtesse de caisse : D : tenue de caisse, encaissement, accueil de la clientèle, rigueur
employé libre-service / employée libre-service | employé de rayon / employée de rayon | employé polyvalent / employée polyvalente : D : mise en rayon, gestion des stocks, accueil de la clientèle
responsable de magasin | gérant de magasin / gérante de magasin | directeur de magasin / directrice de magasin | responsable de boutique : D : gestion d'un point de vente, encadrement d'équipe, gestion des stocks, analyse des ventes, gestion des plannings
chef de rayon / cheffe de rayon | responsable de rayon : D : gestion d'un point de vente, gestion des stocks, encadrement d'équipe, merchandising
~commercial / commerciale | attaché commercial / attachée commerciale | technico-commercial / technico-commerciale | conseiller commercial / conseillère commerciale | délégué commercial / déléguée commerciale | ingénieur commercial / ingénieure commerciale : D : prospection commerciale, négociation commerciale, développement d'un portefeuille de clients, relation client, rédaction de devis
assistant commercial / assistante commerciale : D : administration des ventes, rédaction de devis, relation client, facturation, bureautique
responsable commercial / responsable commerciale | chef des ventes / cheffe des ventes | directeur commercial / directrice commerciale : D : animation d'une équipe de vente, développement commercial, négociation commerciale
téléconseiller / téléconseillère | conseiller clientèle à distance / conseillère clientèle à distance | chargé de clientèle / chargée de clientèle | chargé de relation client / chargée de relation client | conseiller clientèle / conseillère clientèle : D : relation client, accueil téléphonique, gestion des réclamations, saisie de données, écoute
fleuriste : D : art floral, vente, conseil à la clientèle
boucher / bouchère : D : boucherie, vente, règles d'hygiène HACCP
poissonnier / poissonnière : D : poissonnerie, vente, règles d'hygiène HACCP
conseiller immobilier / conseillère immobilière | agent immobilier / agente immobilière | négociateur immobilier / négociatrice immobilière : C : transaction immobilière, prospection commerciale, négociation commerciale
gestionnaire locatif / gestionnaire locative | gestionnaire de copropriété : C : gestion locative, droit immobilier, gestion administrative
conseiller bancaire / conseillère bancaire | chargé d'accueil en banque / chargée d'accueil en banque | conseiller financier / conseillère financière : C : conseil bancaire, relation client, développement d'un portefeuille de clients
conseiller en assurance / conseillère en assurance | gestionnaire de sinistres | chargé d'assurance / chargée d'assurance : C : souscription de contrats d'assurance, gestion de sinistres, relation client
acheteur / acheteuse : M : achat et approvisionnement, négociation commerciale, relation avec les fournisseurs
esthéticien / esthéticienne : D : soins esthétiques, conseil à la clientèle, vente
coiffeur / coiffeuse : D : coiffure, accueil de la clientèle, conseil à la clientèle
pharmacien / pharmacienne : J : préparation des médicaments, conseil à la clientèle, rigueur
préparateur en pharmacie / préparatrice en pharmacie : J : préparation des médicaments, conseil en parapharmacie, gestion des stocks, accueil de la clientèle
aide-soignant / aide-soignante : J : soins d'hygiène et de confort, aide aux repas, transmission d'informations, mobilisation des patients, empathie, travail en équipe
infirmier / infirmière : J : soins infirmiers, surveillance de l'état de santé, préparation des médicaments, transmission d'informations
ambulancier / ambulancière : J : premiers secours, conduite de véhicules légers, mobilisation des patients
auxiliaire de puériculture : J : garde d'enfants, soins d'hygiène et de confort, éveil de l'enfant
agent de service hospitalier / agente de service hospitalière : J : bionettoyage, nettoyage des locaux, aide aux repas
secrétaire médical / secrétaire médicale | assistant médical / assistante médicale : M : secrétariat, accueil téléphonique, gestion d'agendas, transmission d'informations, discrétion
kinésithérapeute : J : rééducation
technicien de laboratoire / technicienne de laboratoire : J : analyses de laboratoire, rigueur
assistant dentaire / assistante dentaire : J : stérilisation, gestion d'agendas, accueil de la clientèle
auxiliaire de vie | auxiliaire de vie sociale | aide à domicile | assistant de vie aux familles / assistante de vie aux familles | accompagnant éducatif et social / accompagnante éducative et sociale : K : aide à domicile, soins d'hygiène et de confort, aide aux repas, nettoyage des locaux, accompagnement des personnes âgées
assistant maternel / assistante maternelle | garde d'enfants à domicile | nounou : K : garde d'enfants, éveil de l'enfant, relation avec les familles
éducateur de jeunes enfants / éducatrice de jeunes enfants : K : éveil de l'enfant, garde d'enfants, relation avec les familles, travail en équipe
animateur / animatrice | animateur périscolaire / animatrice périscolaire | animateur socioculturel / animatrice socioculturelle : G : animation de groupes, animation d'activités pour enfants, travail en équipe
éducateur spécialisé / éducatrice spécialisée | moniteur éducateur / monitrice éducatrice : K : accompagnement social, élaboration de projets personnalisés, gestion des conflits
assistant social / assistante sociale | travailleur social / travailleuse sociale | assistant de service social / assistante de service social : K : accompagnement social, écoute, gestion administrative
conseiller en insertion professionnelle / conseillère en insertion professionnelle | conseiller en insertion / conseillère en insertion | conseiller emploi / conseillère emploi : K : conseil en insertion, écoute, accompagnement social
professeur des écoles / professeure des écoles | enseignant / enseignante | professeur / professeure | instituteur / institutrice : K : enseignement, préparation de cours, gestion de classe, évaluation des acquis, relation avec les familles
formateur / formatrice | formateur pour adultes / formatrice pour adultes : K : formation d'adultes, préparation de cours, évaluation des acquis, aisance orale
accompagnant d'élèves en situation de handicap / accompagnante d'élèves en situation de handicap | assistant d'éducation / assistante d'éducation : K : surveillance des élèves, accompagnement des personnes handicapées, patience
agent d'entretien / agente d'entretien | agent de propreté / agente de propreté | femme de ménage | technicien de surface / technicienne de surface : K : nettoyage des locaux, autonomie, minutie
agent de sécurité / agente de sécurité | agent de prévention et de sécurité / agente de prévention et de sécurité | gardien d'immeuble / gardienne d'immeuble : K : gardiennage, contrôle d'accès, sécurité incendie, premiers secours, gestion des conflits
bibliothécaire | médiathécaire | documentaliste : K : gestion documentaire, conseil aux lecteurs, médiation culturelle, accueil de la clientèle
coach sportif / coach sportive | éducateur sportif / éducatrice sportive : G : animation sportive, premiers secours
serveur / serveuse | chef de rang / cheffe de rang | employé de restaurant / employée de restaurant : G : service en salle, prise de commandes, encaissement, dressage des tables, sens du service
barman / barmaid | limonadier / limonadière : G : service au bar, prise de commandes, encaissement
cuisinier / cuisinière | chef de cuisine / cheffe de cuisine | chef de partie / cheffe de partie | second de cuisine / seconde de cuisine : G : cuisine, règles d'hygiène HACCP, élaboration de menus, gestion des stocks, travail en équipe
commis de cuisine / commise de cuisine | aide-cuisinier / aide-cuisinière | aide de cuisine : G : mise en place en cuisine, plonge, règles d'hygiène HACCP, cuisine
employé de restauration collective / employée de restauration collective | agent de restauration / agente de restauration | employé polyvalent de restauration / employée polyvalente de restauration : G : restauration rapide, règles d'hygiène HACCP, plonge
boulanger / boulangère | ouvrier boulanger / ouvrière boulangère | responsable de fournil / responsable de fournil | chef de fournil / cheffe de fournil : D : boulangerie, règles d'hygiène HACCP, rigueur
pâtissier / pâtissière : D : pâtisserie, règles d'hygiène HACCP, minutie
réceptionniste | veilleur de nuit / veilleuse de nuit | réceptionniste de nuit : G : réception hôtelière, gestion des réservations, accueil de la clientèle, accueil téléphonique
valet de chambre / femme de chambre | employé d'étage / employée d'étage | gouvernant / gouvernante : G : entretien des chambres, entretien du linge, minutie
directeur de restaurant / directrice de restaurant | responsable de restaurant | gérant de restaurant / gérante de restaurant | maître d'hôtel / maîtresse d'hôtel : G : encadrement d'équipe, gestion des stocks, gestion des plannings, service en salle
conseiller voyages / conseillère voyages | agent de voyages / agente de voyages | conseiller en séjour / conseillère en séjour : G : vente de séjours, accueil de la clientèle, gestion des réservations
guide conférencier / guide conférencière | guide touristique : G : animation touristique, aisance orale
hôte d'accueil / hôtesse d'accueil | agent d'accueil / agente d'accueil | chargé d'accueil / chargée d'accueil : M : accueil de la clientèle, accueil téléphonique, sens du service, bonne présentation
`;
