import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './test/support/longest-first.ts';

// One process for each of two cores: left to itself, vitest takes one less than there are.
const maxWorkers = 2;
const alone = 'test/unit/**/*.alone.test.ts';
const electronAbsent = join(import.meta.dirname, 'test', 'support', 'electron-absent.ts');

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/unit/**/*.test.ts', 'test/unit/**/*.test.tsx'],
          exclude: [alone],
          alias: { electron: electronAbsent },
          // Files share what they load, which halves the work. One that replaces a module (vi.mock) is called *.alone.test.ts.
          isolate: false,
          maxWorkers,
          testTimeout: 60_000,
        },
      },
      { test: { name: 'unit-alone', include: [alone], maxWorkers, testTimeout: 60_000 } },
      {
        test: {
          name: 'integration',
          include: ['test/integration/**/*.test.ts'],
          maxWorkers,
          testTimeout: 150_000,
          hookTimeout: 120_000,
        },
      },
      { test: { name: 'e2e', include: ['test/e2e/**/*.test.ts'], maxWorkers, testTimeout: 240_000, hookTimeout: 240_000 } },
    ],
  },
});
