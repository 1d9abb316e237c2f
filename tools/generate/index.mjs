export { generatedFiles } from './generated-files.mjs';
export { staleFiles } from './stale-files.mjs';
