const workingLibs = ['contracts', 'messaging', 'persistence', 'telemetry'];

/**
 * Who may import what of ours, by folder. `packages` lists the only packages of a folder; without it every package
 * is open that has no owner below. `folders` are reached by relative path.
 */
export const importTable = {
  'libs/contracts': { libs: [], packages: ['zod'] },
  'libs/french-text': { libs: [], packages: [] },
  'libs/document-files': { libs: [] },
  'libs/career-french': { libs: ['french-text'], packages: [] },
  'libs/telemetry': { libs: [] },
  'libs/messaging': { libs: ['contracts', 'telemetry'] },
  'libs/persistence': { libs: ['contracts', 'telemetry'] },
  'libs/paid-work': { libs: workingLibs },
  'libs/ai': { libs: ['contracts', 'telemetry'] },
  'libs/installation': { libs: workingLibs },
  // Development only: the one library that reads the tree, and that services leave alone.
  'libs/documents': { libs: ['contracts', 'messaging'] },
  'libs/testing': { libs: workingLibs, folders: ['tools'] },
  services: {
    libs: [
      ...workingLibs,
      'ai',
      'career-french',
      'document-files',
      'french-text',
      'installation',
      'paid-work',
    ],
  },
  // Types of the contracts only; from the website's sources, how French is set.
  'services/website/web': {
    libs: ['contracts'],
    packages: ['react', 'react-dom', 'vite', 'node:'],
    folders: ['services/website'],
  },
  tools: { libs: [] },
  bench: { libs: [...workingLibs, 'testing'], folders: ['tools'] },
  // Compares what three parties say, so it must not trust the code of any of them (R27).
  'test/books': { libs: [], packages: ['pg', '@nats-io/', 'node:'] },
  test: 'everything',
};

/** Packages that only these folders may import. */
export const packageOwners = {
  ai: ['libs/ai'],
  '@ai-sdk/': ['libs/ai'],
  docx: ['libs/document-files'],
  pdfkit: ['libs/document-files'],
  '@nats-io/': ['libs/messaging', 'test', 'bench', 'test/books'],
  pg: ['libs/persistence', 'libs/testing', 'test', 'bench', 'test/books'],
  typeorm: ['libs/persistence', 'libs/paid-work', 'services', 'test', 'bench'],
};

/** What a spec beside the code may import on top. */
export const specs = {
  libs: ['testing'],
  packages: ['@jest/globals', '@nestjs/testing', 'fast-check', 'node:', 'typescript'],
};

/** A file that declares `evolve` is pure as a whole, and imports what is pure only. */
export const pureFile = { libs: ['contracts'], packages: [] };
