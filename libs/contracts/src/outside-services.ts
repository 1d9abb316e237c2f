import type { ServiceName } from './service-name.js';

/** A service of somebody else that follows events of ours, with a credential of its own. */
export interface OutsideService {
  /** Lower-case letters and hyphens; no name of the house. Also its credential's, its inbox's and its consumers'. */
  readonly name: string;
  readonly summary: string;
  /** Whose events it may read. */
  readonly reads: readonly ServiceName[];
}

/** Every outside service: add a line, then `npm run generate`. docs/outside-service.md says the rest. */
export const outsideServices: readonly OutsideService[] = [
  {
    name: 'energy-reader',
    summary: 'The example of docs/outside-service.md: follows the movements of energy.',
    reads: ['hub'],
  },
];
