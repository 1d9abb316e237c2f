/** Verbs of work as infinitive : first person : participle : noun of the deed, its article first when it has one. */
export const ACTION_VERBS = `
accompagner : accompagne : accompagné : l'accompagnement
accroître : accrois : accru : l'accroissement
accueillir : accueille : accueilli : l'accueil
acheter : achète : acheté : l'achat
adapter : adapte : adapté : l'adaptation
administrer : administre : administré : l'administration
aider : aide : aidé : l'aide
alimenter : alimente : alimenté : l'alimentation
améliorer : améliore : amélioré : l'amélioration
aménager : aménage : aménagé : l'aménagement
analyser : analyse : analysé : l'analyse
animer : anime : animé : l'animation
appliquer : applique : appliqué : l'application
approvisionner : approvisionne : approvisionné : l'approvisionnement
archiver : archive : archivé : l'archivage
assembler : assemble : assemblé : l'assemblage
assister : assiste : assisté : l'assistance
assurer : assure : assuré :
atteindre : atteins : atteint :
augmenter : augmente : augmenté : l'augmentation
automatiser : automatise : automatisé : l'automatisation
charger : charge : chargé : le chargement
classer : classe : classé : le classement
coder : code : codé :
collaborer : collabore : collaboré : la collaboration
concevoir : conçois : conçu : la conception
conduire : conduis : conduit : la conduite
conseiller : conseille : conseillé : le conseil
construire : construis : construit : la construction
contribuer : contribue : contribué : la contribution
contrôler : contrôle : contrôlé : le contrôle
coordonner : coordonne : coordonné : la coordination
corriger : corrige : corrigé : la correction
coudre : couds : cousu : la couture
créer : crée : créé : la création
cuisiner : cuisine : cuisiné :
décharger : décharge : déchargé : le déchargement
découper : découpe : découpé : la découpe
déployer : déploie : déployé : le déploiement
dépanner : dépanne : dépanné : le dépannage
désinfecter : désinfecte : désinfecté : la désinfection
dessiner : dessine : dessiné : le dessin
développer : développe : développé : le développement
diagnostiquer : diagnostique : diagnostiqué : le diagnostic
diminuer : diminue : diminué : la diminution
diriger : dirige : dirigé : la direction
distribuer : distribue : distribué : la distribution
doubler : double : doublé : le doublement
dresser : dresse : dressé : le dressage
écouter : écoute : écouté : l'écoute
écrire : écris : écrit : l'écriture
éduquer : éduque : éduqué : l'éducation
clôturer : clôture : clôturé : la clôture
relire : relis : relu : la relecture
introduire : introduis : introduit : l'introduction
réaménager : réaménage : réaménagé : le réaménagement
lire : lis : lu : la lecture
passer : passe : passé : le passage
retoucher : retouche : retouché : la retouche
entraîner : entraîne : entraîné : l'entraînement
élaborer : élabore : élaboré : l'élaboration
élever : élève : élevé : l'élevage
emballer : emballe : emballé : l'emballage
encadrer : encadre : encadré : l'encadrement
encaisser : encaisse : encaissé : l'encaissement
enseigner : enseigne : enseigné : l'enseignement
entretenir : entretiens : entretenu : l'entretien
établir : établis : établi : l'établissement
étiqueter : étiquette : étiqueté : l'étiquetage
étudier : étudie : étudié : l'étude
évaluer : évalue : évalué : l'évaluation
expédier : expédie : expédié : l'expédition
fabriquer : fabrique : fabriqué : la fabrication
facturer : facture : facturé : la facturation
fidéliser : fidélise : fidélisé : la fidélisation
former : forme : formé : la formation
garder : garde : gardé : la garde
garantir : garantis : garanti :
gérer : gère : géré : la gestion
identifier : identifie : identifié : l'identification
installer : installe : installé : l'installation
intégrer : intègre : intégré : l'intégration
intervenir : interviens : : l'intervention
lancer : lance : lancé : le lancement
livrer : livre : livré : la livraison
manager : manage : managé : le management
mener : mène : mené :
mettre : mets : mis : la mise
monter : monte : monté : le montage
motiver : motive : motivé : la motivation
négocier : négocie : négocié : la négociation
nettoyer : nettoie : nettoyé : le nettoyage
obtenir : obtiens : obtenu : l'obtention
observer : observe : observé : l'observation
optimiser : optimise : optimisé : l'optimisation
organiser : organise : organisé : l'organisation
orienter : oriente : orienté : l'orientation
ouvrir : ouvre : ouvert : l'ouverture
participer : participe : participé : la participation
peindre : peins : peint : la peinture
piloter : pilote : piloté : le pilotage
planifier : planifie : planifié : la planification
planter : plante : planté : la plantation
poser : pose : posé : la pose
prendre : prends : pris : la prise
préparer : prépare : préparé : la préparation
présenter : présente : présenté : la présentation
prévenir : préviens : prévenu : la prévention
produire : produis : produit : la production
programmer : programme : programmé : la programmation
promouvoir : promeus : promu : la promotion
proposer : propose : proposé : la proposition
prospecter : prospecte : prospecté : la prospection
réaliser : réalise : réalisé : la réalisation
réapprovisionner : réapprovisionne : réapprovisionné : le réapprovisionnement
réceptionner : réceptionne : réceptionné : la réception
recruter : recrute : recruté : le recrutement
rédiger : rédige : rédigé : la rédaction
réduire : réduis : réduit : la réduction
régler : règle : réglé : le réglage
relancer : relance : relancé : la relance
remplacer : remplace : remplacé : le remplacement
remplir : remplis : rempli : le remplissage
rénover : rénove : rénové : la rénovation
réorganiser : réorganise : réorganisé : la réorganisation
réparer : répare : réparé : la réparation
répondre : réponds : répondu : la réponse
représenter : représente : représenté : la représentation
résoudre : résous : résolu : la résolution
respecter : respecte : respecté : le respect
restaurer : restaure : restauré : la restauration
réussir : réussis : réussi : la réussite
saisir : saisis : saisi : la saisie
servir : sers : servi : le service
soigner : soigne : soigné : le soin
souder : soude : soudé : le soudage
soutenir : soutiens : soutenu : le soutien
stocker : stocke : stocké : le stockage
structurer : structure : structuré : la structuration
suivre : suis : suivi : le suivi
superviser : supervise : supervisé : la supervision
surveiller : surveille : surveillé : la surveillance
tailler : taille : taillé : la taille
tenir : tiens : tenu : la tenue
traduire : traduis : traduit : la traduction
travailler : travaille : travaillé :
traiter : traite : traité : le traitement
transformer : transforme : transformé : la transformation
transmettre : transmets : transmis : la transmission
trier : trie : trié : le tri
tripler : triple : triplé : le triplement
usiner : usine : usiné : l'usinage
vendre : vends : vendu : la vente
vérifier : vérifie : vérifié : la vérification
renseigner : renseigne : renseigné :
enrichir : enrichis : enrichi : l'enrichissement
centraliser : centralise : centralisé : la centralisation
moderniser : modernise : modernisé : la modernisation
raccourcir : raccourcis : raccourci :
apprendre : apprends : appris : l'apprentissage
élargir : élargis : élargi : l'élargissement
récolter : récolte : récolté : la récolte
isoler : isole : isolé : l'isolation
conditionner : conditionne : conditionné : le conditionnement
inventorier : inventorie : inventorié : l'inventaire
repasser : repasse : repassé : le repassage
illustrer : illustre : illustré : l'illustration
`;
