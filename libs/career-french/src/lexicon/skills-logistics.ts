/** Transport, warehouses, supply: one skill a line, its article first, then other ways to say it. */
export const LOGISTICS_SKILLS = `
la gestion des stocks = gestion de stock | gérer stock | suivi de stocks | suivi de stock | tenue de stock | contrôle de stock | tenue des stocks | stocks
la préparation de commandes = préparer commande | préparation de commande | picking
la réception de marchandises = réceptionner | réception de livraisons | réceptionner marchandise | réception des marchandises | contrôle des livraisons | contrôle à réception | réceptionner livraison
l'expédition de marchandises = expédition | expédier | expéditions | expédition de commandes
le chargement et le déchargement = chargement | déchargement | charger camion | décharger camion | chargement de camions | charger | décharger
la manutention = port de charges | port de charges lourdes | manutention de charges
la conduite de chariots élévateurs = chariot élévateur | CACES | conduite d'engins de manutention | transpalette | conduite de chariots | gerbeur | conduire chariot
l'emballage et le conditionnement = emballage | conditionnement | emballer | conditionner | palettisation | filmage | mise sous film | mise en carton
la conduite de poids lourds = poids lourds | conduite de camions | conduite poids lourd | conduire camion | permis C | super lourd | conduite routière
la conduite de véhicules légers = véhicule léger | conduite de véhicule | conduire véhicule
le transport de personnes = transport de voyageurs | transport scolaire | conduite de bus | conduite d'autocars | conduire bus | conduite de cars
la livraison = livrer | livraison à domicile | livraison de colis | livraisons | livraison aux particuliers
la planification de tournées = tournée | organisation des tournées | tournées | optimisation des tournées
la réglementation du transport = réglementation sociale européenne | réglementation des transports | temps de conduite | FIMO | FCO
les douanes et le transit = douane | transit | déclarations en douane | formalités douanières | import-export | dédouanement
la logistique = gestion logistique | chaîne logistique | supply chain | flux logistiques | gestion des flux
l'organisation du transport = affrètement | affréter | gestion du transport | organisation des transports
la gestion d'entrepôt = WMS | logiciel de gestion d'entrepôt | gestion d'un entrepôt | entreposage | stockage
l'approvisionnement = approvisionner | approvisionnements | passation de commandes | commandes fournisseurs | passer commande | gestion des approvisionnements
la traçabilité = suivi de la traçabilité
le contrôle des bons de livraison = bon de livraison | bons de livraison | documents de transport | lettres de voiture
l'utilisation d'un lecteur de codes-barres = scanner | douchette | code-barres | lecture de codes-barres | terminal portable
le tri du courrier et des colis = tri du courrier | tri de colis | distribution du courrier
`;
