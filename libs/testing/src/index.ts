export { keeper, observer, TestBroker } from './broker.js';
export { eventually } from './eventually.js';
export { given } from './given.js';
export { TestIdentities } from './identities.js';
export { TestPostgres } from './postgres.js';
export { TestDatabase } from './test-database.js';
export { StackProcess, type StackAddresses } from './stack-process.js';
export { TestStack } from './test-stack.js';
