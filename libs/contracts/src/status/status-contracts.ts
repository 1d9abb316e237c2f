import { getCvStatus } from './get-cv-status.js';
import { getHubStatus } from './get-hub-status.js';
import { getLettersStatus } from './get-letters-status.js';
import { getProjectorStatus } from './get-projector-status.js';
import { getWebsiteStatus } from './get-website-status.js';

/** What the operator asks each service about itself. */
export const statusContracts = [
  getHubStatus,
  getLettersStatus,
  getCvStatus,
  getProjectorStatus,
  getWebsiteStatus,
] as const;
