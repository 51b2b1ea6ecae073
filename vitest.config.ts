import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: ['tests/e2e/**'],
    pool: 'forks',
    maxWorkers: 2,
    // Loading the same modules for every file took as long as running the tests.
    isolate: false,
    testTimeout: 20_000,
    setupFiles: ['tests/support/same-examples.ts'],
  },
});
