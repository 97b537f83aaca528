import { cpSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

const at = (path: string) => resolve(import.meta.dirname, path);

/**
 * Two habits of digest-fetch that a bundle does not survive. js-sha256, which it brings, looks for Node's
 * crypto inside an `eval`, where no bundler sees it and an ES module has no `require`. And it names
 * node-fetch for old runtimes, which is not installed; we never let it fetch. Tested by `test/http/bundle.test.ts`.
 */
const digestFetchInBundle = {
  name: 'digest-fetch-in-bundle',
  transform(code: string, id: string) {
    if (/[\\/]js-sha256[\\/]/.test(id)) {
      return code.replace(
        /eval\("require\('(\w+)'\)(\.\w+)?"\)/g,
        "process.getBuiltinModule('$1')$2",
      );
    }
    if (!/[\\/]digest-fetch[\\/]/.test(id)) return null;
    return code.replace("import('node-fetch')", "Promise.reject(new Error('no fetch'))");
  },
};

/** The guides are read at run time, as files: see `guidesDir` in `main/host/places.ts`. */
const copyGuides = {
  name: 'copy-guides',
  closeBundle() {
    rmSync(at('out/guides'), { recursive: true, force: true });
    cpSync(at('main/knowledge/guides'), at('out/guides'), { recursive: true });
  },
};

// Everything but the native better-sqlite3 is bundled, so it stands in devDependencies.
export default defineConfig({
  main: {
    plugins: [digestFetchInBundle, copyGuides],
    build: {
      outDir: 'out/main',
      externalizeDeps: true,
      rolldownOptions: {
        input: {
          electron: at('main/host/electron/index.ts'),
          web: at('main/host/web/index.ts'),
          cli: at('main/host/cli/index.ts'),
          // The receiving thread is started by path, so it needs an entry of its own.
          'udp-worker': at('main/adapters/node/udp-worker.ts'),
        },
        output: { format: 'es' },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: at('preload/index.ts') },
        // A sandboxed preload script must be CommonJS.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: at('renderer'),
    build: {
      outDir: at('out/renderer'),
      minify: true,
      // One style sheet for all files of script: which rule wins must not depend on which came first.
      cssCodeSplit: false,
      // Loaded from this computer, not over a network: one larger file is no harm.
      chunkSizeWarningLimit: 1000,
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: { index: at('renderer/index.html') },
        output: {
          // What two of the parts have in common would be named after one of its files, chosen by chance.
          chunkFileNames: ({ name, isDynamicEntry }) =>
            `assets/${isDynamicEntry ? name : 'shared'}-[hash].js`,
        },
      },
    },
    plugins: [react()],
  },
});
