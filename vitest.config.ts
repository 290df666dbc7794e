import { defineConfig } from 'vitest/config';

/** `unit` needs neither network nor database; `database` needs the stack that `npm test` brings up. */
export default defineConfig({
  test: {
    testTimeout: 20_000,
    hookTimeout: 30_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          // Nothing here keeps state in modules, and sharing them halves the time.
          isolate: false,
          include: ['{src,stack,seeds,tests,scripts}/**/*.test.ts'],
          exclude: ['**/*.db.test.ts', '**/*.browser.test.ts', '**/node_modules/**'],
        },
      },
      {
        extends: true,
        test: {
          name: 'database',
          include: ['{src,seeds,tests,evals}/**/*.db.test.ts', 'tests/**/*.browser.test.ts'],
          globals: true,
          maxWorkers: 2,
          // After the unit tests: vitest refuses one group whose projects differ in workers.
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
