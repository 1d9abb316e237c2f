import type { ServiceName } from './service-name.js';

/** What one paid action costs (points), which services offer it, and whether it can be refunded. */
export interface CatalogueAction {
  readonly cost: number;
  readonly services: readonly ServiceName[];
  readonly refundable: boolean;
  readonly label: { readonly fr: string; readonly en: string };
}

/** What one pack costs (euro cents) and gives (points); `null` points mean unlimited for one month. */
export interface CataloguePack {
  readonly priceCents: number;
  readonly points: number | null;
  readonly firstTimeBonus: number;
  readonly label: { readonly fr: string; readonly en: string };
}

/** Raised by one whenever a price, an action or a pack changes. */
export const catalogueVersion = 1;

/** Points that every account receives once, when it is opened. */
export const welcomePoints = 100;

/** The only place where a price stands. Costs are energy points. */
export const catalogue = {
  verification_format: action(
    3,
    ['letters', 'cv'],
    false,
    'Vérification de la mise en forme',
    'Format check',
  ),
  conseil_rapide: action(5, ['hub'], false, 'Conseil rapide', 'Quick advice'),
  correction_ponctuelle: action(
    5,
    ['letters'],
    true,
    'Correction d’un passage',
    'Correction of one passage',
  ),
  format_lettre: action(8, ['letters'], true, 'Mise en page de la lettre', 'Letter layout'),
  analyse_offre: action(10, ['letters'], true, 'Analyse de l’offre d’emploi', 'Job offer analysis'),
  optimisation_cv: action(12, ['cv'], true, 'Optimisation du CV', 'CV optimisation'),
  lettre_motivation: action(15, ['letters'], true, 'Lettre de motivation', 'Cover letter'),
  salary_analysis: action(20, ['cv'], true, 'Analyse de salaire', 'Salary analysis'),
  analyse_cv_complete: action(25, ['cv'], true, 'Analyse complète du CV', 'Full CV review'),
  mirror_match: action(30, ['cv'], true, 'CV face à une offre', 'CV against a job offer'),
  transition_carriere: action(
    35,
    ['letters'],
    true,
    'Stratégie de transition',
    'Career-change strategy',
  ),
  strategie_candidature: action(
    35,
    ['letters'],
    true,
    'Stratégie de candidature',
    'Application plan',
  ),
  simulation_entretien: action(40, ['cv'], true, 'Simulation d’entretien', 'Interview rehearsal'),
  audit_complet_profil: action(45, ['cv'], true, 'Audit complet du profil', 'Full profile audit'),
  plan_reconversion: action(50, ['letters'], true, 'Plan de reconversion', 'Retraining plan'),
} as const satisfies Record<string, CatalogueAction>;

export const packs = {
  cafe_luna: pack(299, 100, 10, 'Café Luna', 'Luna coffee'),
  petit_dej_luna: pack(599, 220, 0, 'Petit-déj Luna', 'Luna breakfast'),
  repas_luna: pack(999, 400, 0, 'Repas Luna', 'Luna meal'),
  luna_unlimited: pack(2999, null, 0, 'Luna illimité, par mois', 'Luna unlimited, per month'),
} as const satisfies Record<string, CataloguePack>;

export type ActionId = keyof typeof catalogue;
export type PackId = keyof typeof packs;

export const actionIds = Object.keys(catalogue) as [ActionId, ...ActionId[]];
export const packIds = Object.keys(packs) as [PackId, ...PackId[]];

/** True for the name of an action of this catalogue. */
export function isActionId(name: string): name is ActionId {
  return Object.hasOwn(catalogue, name);
}

function action<const S extends readonly ServiceName[]>(
  cost: number,
  services: S,
  refundable: boolean,
  fr: string,
  en: string,
) {
  return { cost, services, refundable, label: { fr, en } };
}

function pack(
  priceCents: number,
  points: number | null,
  firstTimeBonus: number,
  fr: string,
  en: string,
) {
  return { priceCents, points, firstTimeBonus, label: { fr, en } };
}
