import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { asyncApi } from './asyncapi/async-api.js';
import { contractSentences } from './contract-sentences.js';
import type { GeneratedFile } from './generated-file.js';
import { goldenSamples } from './golden-samples.js';
import { schemaFiles } from './schemas/schema-files.js';

/** The documents of all contracts. Reads their doc comments and the golden samples in the tree at `root`. */
export function contractDocuments(root: string): GeneratedFile[] {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    version: string;
  };
  const sentences = contractSentences(root);
  return [...schemaFiles(sentences), asyncApi(version, sentences, goldenSamples(root))];
}
