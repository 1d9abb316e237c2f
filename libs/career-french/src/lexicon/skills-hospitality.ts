/** Hotels, restaurants, food trades, tourism: one skill a line, its article first, then other ways to say it. */
export const HOSPITALITY_SKILLS = `
le service en salle = service à table | service à l'assiette | service au plateau | service des plats | service de restauration | service en restauration | servir à table | servir plat | service des repas | servir repas
la prise de commandes = prise de commande | prendre commande
le dressage des tables = mise en place de la salle | dresser table | dressage de tables | mise en place de salle | dressage de la salle
la mise en place en cuisine = $mise en place | mise en place de la cuisine | mise en place du poste
le service au bar = bar | préparation de boissons | préparer boisson | cocktail | cocktails | boissons
la connaissance des vins = vin | vins | œnologie | sommellerie | accords mets et vins | cave à vins
la cuisine = préparation culinaire | préparation de plats | préparer plat | préparation des repas | cuisiner | élaboration de plats | production culinaire | cuisson | cuissons | confection de repas | préparer repas | préparation de repas | cuisine traditionnelle
la pâtisserie = desserts | confection de desserts | pâtisseries | préparation de desserts | viennoiserie | viennoiseries | tourage
la boulangerie = pain | fabrication du pain | pétrissage | façonnage du pain | cuisson du pain | panification | pétrir | pains spéciaux
la boucherie = découpe de viande | désossage | découpe des viandes | préparation de viandes | désosser
la charcuterie = préparations charcutières | traiteur
la poissonnerie = filetage | préparation de poissons | découpe de poisson
le dressage des assiettes = dresser assiette | dressage d'assiettes
l'élaboration de menus = création de menus | élaboration de cartes | élaborer menu | création de carte | conception de menus
les règles d'hygiène HACCP = HACCP | hygiène alimentaire | règles d'hygiène | normes d'hygiène | sécurité alimentaire | normes HACCP | méthode HACCP | hygiène et sécurité alimentaire | traçabilité alimentaire | respect de l'hygiène | hygiène
la plonge = vaisselle | faire la plonge
la restauration rapide = fast-food | restauration collective | cantine
la réception hôtelière = accueil hôtelier | check-in | enregistrement des clients | check-out | travail à la réception | réception de l'hôtel | tenir la réception
la gestion des réservations = réservation | réservations | prise de réservations | gestion de réservation | prendre réservation
l'entretien des chambres = nettoyage des chambres | remise en état des chambres | faire les chambres | entretien de chambres | chambres par jour
l'animation touristique = accompagnement de groupes | visites guidées | visite guidée
la vente de séjours = vente de voyages | conseil en voyages | forfaits touristiques | billetterie
l'animation de groupes = animer atelier | animation d'ateliers | animer activité | animation d'activités | animer groupe | ateliers | animer ateliers | animation d'événements en groupe
l'animation sportive = éducation sportive | entraînement sportif | activités sportives | coaching sportif
la gestion des denrées = denrée | réception des denrées | gestion de marchandises alimentaires | commande de denrées
`;
