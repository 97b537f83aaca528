import { defineConfig } from 'vitest/config';

export default defineConfig({
  cacheDir: '../../node_modules/.vite-lab',
  test: {
    root: import.meta.dirname,
    include: ['**/*.lab.test.ts'],
    globalSetup: ['./announce.ts'],
    // Labs share two cores with whatever they run; one at a time keeps the counts honest.
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 30_000,
  },
});
