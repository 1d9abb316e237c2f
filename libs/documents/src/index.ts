export { breakingChanges, type BreakingChange } from './compatibility/breaking-changes.js';
export { publications, type Publication } from './compatibility/publication.js';
export {
  allowedIn,
  faultsOfChanges,
  publicationFiles,
  publishedFolder,
  publishedIn,
} from './compatibility/published.js';
export { contractDocuments } from './contract-documents.js';
export { contractSentences } from './contract-sentences.js';
export { jsonFile, type GeneratedFile } from './generated-file.js';
