import { getCvInstallation } from './get-cv-installation.js';
import { getHubInstallation } from './get-hub-installation.js';
import { getLettersInstallation } from './get-letters-installation.js';
import { getProjectorInstallation } from './get-projector-installation.js';
import { getWebsiteInstallation } from './get-website-installation.js';

/** What the operator asks each service about its installation. */
export const installationOf = {
  hub: getHubInstallation,
  letters: getLettersInstallation,
  cv: getCvInstallation,
  projector: getProjectorInstallation,
  website: getWebsiteInstallation,
} as const;
