export { AiEngine } from './ai-engine.js';
export { aiEnvironment, aiRules, type AiEnvironment } from './ai-environment.js';
export type { Generated, Generation } from './generation.js';
export type { Prompt, PromptInput } from './prompt.js';
