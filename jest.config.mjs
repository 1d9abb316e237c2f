const common = {
  testEnvironment: '<rootDir>/tools/test/leaves-nothing.mjs',
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true },
          keepClassNames: true,
        },
        module: { type: 'es6' },
        sourceMaps: 'inline',
      },
    ],
  },
  testEnvironmentOptions: { customExportConditions: ['phoenix-source', 'node', 'node-addons'] },
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.phoenix/'],
};

export default {
  reporters: ['default', '<rootDir>/tools/test/closing-line-reporter.mjs'],
  // Far above what any takes on two busy cores: a time that is over says that something hangs.
  testTimeout: 90_000,
  // Each worker runs whole stacks, and all share one PostgreSQL with its connections.
  maxWorkers: 2,
  // What a test file loaded is never quite forgotten; a worker is made anew before that slows it down.
  workerIdleMemoryLimit: '1GB',
  testSequencer: '<rootDir>/tools/test/longest-first.mjs',
  projects: [
    {
      ...common,
      displayName: 'unit',
      testMatch: [
        '<rootDir>/{libs,services}/**/*.spec.ts',
        '<rootDir>/{tools,bench}/**/*.spec.mjs',
        '<rootDir>/test/architecture/*.spec.ts',
        '<rootDir>/test/model/*.spec.ts',
      ],
    },
    {
      ...common,
      displayName: 'integration',
      testMatch: ['<rootDir>/test/integration/**/*.int-spec.ts'],
    },
    { ...common, displayName: 'e2e', testMatch: ['<rootDir>/test/e2e/**/*.e2e-spec.ts'] },
    {
      ...common,
      displayName: 'compose',
      testMatch: ['<rootDir>/test/compose/**/*.compose-spec.ts'],
    },
    {
      ...common,
      displayName: 'browser',
      testMatch: ['<rootDir>/test/browser/**/*.browser-spec.ts'],
    },
    {
      ...common,
      displayName: 'runbook',
      testMatch: ['<rootDir>/test/runbook/**/*.runbook-spec.ts'],
    },
    { ...common, displayName: 'chaos', testMatch: ['<rootDir>/test/chaos/**/*.chaos-spec.ts'] },
  ],
};
