/** Trades that make, mend, carry, administer and design: forms : ROME family : usual skills. */
export const MAKING_TRADES = `
assistant administratif / assistante administrative | secrétaire | agent administratif / agente administrative | employé administratif / employée administrative | secrétaire administratif / secrétaire administrative : M : secrétariat, gestion administrative, accueil téléphonique, bureautique, classement et archivage
assistant de direction / assistante de direction | office manager : M : gestion d'agendas, organisation de réunions, organisation de déplacements, bureautique, discrétion
comptable | aide-comptable | assistant comptable / assistante comptable | secrétaire comptable | collaborateur comptable / collaboratrice comptable : M : comptabilité, facturation, rapprochement bancaire, déclaration de TVA, maîtrise d'Excel
contrôleur de gestion / contrôleuse de gestion : M : contrôle de gestion, gestion de budget, pilotage d'indicateurs, maîtrise d'Excel
gestionnaire de paie | gestionnaire paie | assistant paie / assistante paie : M : paie, déclarations sociales, droit du travail
assistant ressources humaines / assistante ressources humaines | assistant RH / assistante RH | chargé de ressources humaines / chargée de ressources humaines | gestionnaire RH : M : administration du personnel, recrutement, paie, discrétion
chargé de recrutement / chargée de recrutement | recruteur / recruteuse | consultant en recrutement / consultante en recrutement : M : recrutement, écoute, conduite du changement
responsable ressources humaines | responsable RH | directeur des ressources humaines / directrice des ressources humaines : M : gestion des compétences, droit du travail, recrutement, encadrement d'équipe
juriste | assistant juridique / assistante juridique : K : droit des contrats, veille juridique, rigueur
chef de projet / cheffe de projet | chargé de projet / chargée de projet : M : gestion de projet, gestion de budget, pilotage d'indicateurs
responsable qualité | technicien qualité / technicienne qualité | contrôleur qualité / contrôleuse qualité : H : contrôle qualité, démarche qualité, amélioration continue
responsable QHSE | animateur sécurité / animatrice sécurité | chargé de prévention / chargée de prévention : H : sécurité au travail, démarche qualité
chargé de communication / chargée de communication | assistant de communication / assistante de communication | responsable communication : E : communication interne et externe, rédaction de contenus, animation des réseaux sociaux, organisation d'événements
community manager | gestionnaire de réseaux sociaux : E : animation des réseaux sociaux, rédaction de contenus, graphisme
chargé de marketing / chargée de marketing | chef de produit / cheffe de produit | assistant marketing / assistante marketing | responsable marketing : M : marketing, étude de marché, marketing numérique
graphiste | infographiste | designer graphique | webdesigner : E : graphisme, logiciel Photoshop, logiciel InDesign, logiciel Illustrator, mise en page
journaliste | rédacteur web / rédactrice web | rédacteur / rédactrice : E : journalisme, rédaction de contenus, relecture et correction
photographe : E : photographie, logiciel Photoshop
traducteur / traductrice : E : traduction, relecture et correction
monteur vidéo / monteuse vidéo | vidéaste : E : montage vidéo, photographie
développeur / développeuse | développeur web / développeuse web | développeur full stack / développeuse full stack | développeur logiciel / développeuse logiciel | ingénieur logiciel / ingénieure logiciel | programmeur / programmeuse : M : développement web, développement logiciel, outil Git, langage JavaScript, résolution de problèmes
technicien informatique / technicienne informatique | technicien support / technicienne support | technicien helpdesk / technicienne helpdesk : I : assistance aux utilisateurs, administration de systèmes, réseaux informatiques
administrateur systèmes et réseaux / administratrice systèmes et réseaux | administrateur système / administratrice système : M : administration de systèmes, réseaux informatiques, cybersécurité
analyste de données | data analyst | data scientist : M : analyse de données, langage SQL, langage Python, visualisation de données
testeur / testeuse | testeur logiciel / testeuse logiciel : M : tests logiciels, rigueur
préparateur de commandes / préparatrice de commandes : N : préparation de commandes, manutention, conduite de chariots élévateurs, emballage et conditionnement
cariste : N : conduite de chariots élévateurs, chargement et déchargement, gestion des stocks
magasinier / magasinière | magasinier cariste / magasinière cariste | agent logistique / agente logistique | gestionnaire de stocks | agent de quai / agente de quai : N : gestion des stocks, réception de marchandises, préparation de commandes, conduite de chariots élévateurs
manutentionnaire : N : manutention, chargement et déchargement, résistance physique
chauffeur-livreur / chauffeuse-livreuse | livreur / livreuse | chauffeur / chauffeuse : N : livraison, conduite de véhicules légers, contrôle des bons de livraison, ponctualité
chauffeur poids lourd / chauffeuse poids lourd | conducteur routier / conductrice routière : N : conduite de poids lourds, réglementation du transport, livraison
conducteur de bus / conductrice de bus | conducteur d'autocar / conductrice d'autocar | chauffeur de bus / chauffeuse de bus | chauffeur de taxi / chauffeuse de taxi : N : transport de personnes, accueil de la clientèle, ponctualité
responsable logistique | responsable d'entrepôt | chef d'équipe logistique / cheffe d'équipe logistique | coordinateur logistique / coordinatrice logistique : N : logistique, encadrement d'équipe, gestion des stocks, planification de tournées
exploitant transport / exploitante transport | affréteur / affréteuse : N : organisation du transport, planification de tournées, réglementation du transport
approvisionneur / approvisionneuse : M : approvisionnement, relation avec les fournisseurs, gestion des stocks
facteur / factrice : N : tri du courrier et des colis, ponctualité
déclarant en douane / déclarante en douane : N : douanes et transit
opérateur de production / opératrice de production | agent de production / agente de production | ouvrier / ouvrière | agent de fabrication / agente de fabrication : H : production industrielle, contrôle qualité, sécurité au travail
conducteur de ligne / conductrice de ligne | conducteur de machines / conductrice de machines | pilote de ligne : H : conduite de ligne de production, réglage de machines, contrôle qualité
soudeur / soudeuse : H : soudure, lecture de plans
chaudronnier / chaudronnière : H : chaudronnerie, soudure, lecture de plans
usineur / usineuse | tourneur / tourneuse | fraiseur / fraiseuse | tourneur-fraiseur / tourneuse-fraiseuse : H : usinage, lecture de plans, métrologie
technicien de maintenance / technicienne de maintenance | agent de maintenance / agente de maintenance | mainteneur / mainteneuse : I : maintenance préventive, maintenance curative, électricité, mécanique
mécanicien automobile / mécanicienne automobile | mécanicien / mécanicienne | garagiste : I : mécanique, diagnostic automobile, maintenance curative
carrossier / carrossière | carrossier peintre / carrossière peintre : I : carrosserie
frigoriste : I : froid et climatisation
électromécanicien / électromécanicienne : I : électrotechnique, maintenance curative
couturier / couturière | mécanicien en confection / mécanicienne en confection : H : couture, minutie
dessinateur industriel / dessinatrice industrielle | dessinateur projeteur / dessinatrice projeteuse : H : conception assistée par ordinateur, dessin technique
responsable de production | chef d'atelier / cheffe d'atelier : H : gestion de production, encadrement d'équipe, amélioration continue
maçon / maçonne : F : maçonnerie, lecture de plans
carreleur / carreleuse : F : carrelage
peintre en bâtiment | peintre : F : peinture en bâtiment, pose de revêtements
plaquiste | plâtrier / plâtrière : F : plâtrerie, isolation
électricien / électricienne | électricien du bâtiment / électricienne du bâtiment : F : électricité, habilitation électrique, lecture de plans
plombier / plombière | plombier chauffagiste / plombière chauffagiste | chauffagiste : F : plomberie, chauffage
menuisier / menuisière | ébéniste | menuisier poseur / menuisière poseuse : F : travail du bois, menuiserie du bâtiment, lecture de plans
charpentier / charpentière : F : charpente, travail du bois
couvreur / couvreuse : F : couverture, montage d'échafaudages
conducteur de travaux / conductrice de travaux | chef de chantier / cheffe de chantier : F : conduite de travaux, encadrement d'équipe, sécurité au travail
conducteur d'engins / conductrice d'engins : F : conduite d'engins de chantier, terrassement
paysagiste | jardinier / jardinière | jardinier paysagiste / jardinière paysagiste | agent d'espaces verts / agente d'espaces verts : A : entretien des espaces verts, taille des végétaux, plantation, création de jardins
maraîcher / maraîchère | ouvrier maraîcher / ouvrière maraîchère | agriculteur / agricultrice | ouvrier agricole / ouvrière agricole : A : maraîchage, récolte, plantation, conduite de tracteurs
ouvrier viticole / ouvrière viticole | viticulteur / viticultrice : A : viticulture, taille des végétaux
toiletteur / toiletteuse | soigneur animalier / soigneuse animalière : A : toilettage, élevage
régisseur / régisseuse | technicien du spectacle / technicienne du spectacle : L : régie technique, sonorisation
comédien / comédienne : L : aisance orale
agent polyvalent / agente polyvalente | agent technique / agente technique | agent de maintenance des bâtiments / agente de maintenance des bâtiments | factotum : I : entretien des bâtiments, polyvalence, peinture en bâtiment
architecte d'intérieur | décorateur d'intérieur / décoratrice d'intérieur | décorateur / décoratrice : F : décoration d'intérieur
architecte : F : conception assistée par ordinateur, urbanisme
ingénieur / ingénieure : H : gestion de projet, résolution de problèmes
technicien de méthodes / technicienne de méthodes : H : méthodes industrielles
chargé d'événementiel / chargée d'événementiel : E : organisation d'événements, gestion de budget
coordinateur associatif / coordinatrice associative | responsable associatif / responsable associative | directeur d'association / directrice d'association : K : gestion associative, recherche de financements, gestion de projet
~militaire | sous-officier / sous-officière : K : encadrement d'équipe, sécurité au travail, gestion du stress
pompier / pompière | sapeur-pompier / sapeuse-pompière : K : premiers secours, sécurité incendie, gestion du stress
policier / policière | gendarme : K : gestion des conflits, contrôle d'accès
retoucheur / retoucheuse : B : couture, minutie
bijoutier / bijoutière : B : bijouterie, minutie
`;
