import type {
  getBalance,
  getCatalogue,
  listEnergyHistory,
  listEvents,
  previewEnergy,
  ReplyOf,
  verifyLetter,
} from '#libs/contracts';
import type { SnakeKeys } from './snake-keys.js';

/** What the edge answers, from the contracts themselves: a field that changes there does not compile here. */
export type Balance = SnakeKeys<ReplyOf<typeof getBalance>>;
export type Catalogue = SnakeKeys<ReplyOf<typeof getCatalogue>>;
export type Preview = SnakeKeys<ReplyOf<typeof previewEnergy>>;
export type Verification = SnakeKeys<ReplyOf<typeof verifyLetter>>;
export type Finding = Verification['report']['findings'][number];
export type Receipt = Verification['receipt'];
export type HistoryPage = SnakeKeys<ReplyOf<typeof listEnergyHistory>>;
export type HistoryLine = HistoryPage['lines'][number];
export type EventsPage = SnakeKeys<ReplyOf<typeof listEvents>>;
export type StoredEvent = EventsPage['events'][number];

export interface Session {
  readonly user_id: string;
}
