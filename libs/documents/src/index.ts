export { contractDocuments } from './contract-documents.js';
export { contractSentences } from './contract-sentences.js';
export { jsonFile, type GeneratedFile } from './generated-file.js';
