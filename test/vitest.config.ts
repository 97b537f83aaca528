import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ['{unit,store,simulator,http,contract,walls}/**/*.test.{ts,tsx}'],
    // Several start whole programs, on two cores shared with the other files of the run.
    testTimeout: 30_000,
    hookTimeout: 30_000,
    benchmark: { include: ['bench/**/*.bench.ts'] },
  },
});
