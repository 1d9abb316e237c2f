export { keeper, observer, TestBroker } from './broker.js';
export { eventually } from './eventually.js';
export {
  answers,
  blocks,
  cutsOff,
  falters,
  geminiTokens,
  hangsUp,
  hesitates,
  isBusy,
  redirects,
  refuses,
  says,
  staysSilent,
  type GeminiMove,
} from './gemini/gemini-moves.js';
export type { GeminiRequest } from './gemini/gemini-request.js';
export { TestGemini } from './gemini/test-gemini.js';
export { given } from './given.js';
export { TestIdentities } from './identities.js';
export { signsOfPdf, textOfDocx, textOfPdf } from './read-files.js';
export { TestPostgres } from './postgres.js';
export { TestDatabase } from './test-database.js';
export { StackProcess, type StackAddresses } from './stack-process.js';
export { TestStack } from './test-stack.js';
