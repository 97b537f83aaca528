import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type PluginOption } from 'vite';
import { afterAll, expect, it } from 'vitest';
import { createNodeHttpClient } from '../../main/adapters/node/http-client.ts';
import { requestTo } from '../helpers/http-request.ts';
import { startStrictDevice } from '../helpers/strict-device.ts';

const outDir = mkdtempSync(join(tmpdir(), 'untether-bundle-'));
afterAll(() => rmSync(outDir, { recursive: true, force: true }));

/** What the product's own build does to the main side. */
async function pluginsOfMain(): Promise<PluginOption[]> {
  const path = resolve(import.meta.dirname, '../../electron.vite.config.ts');
  const { default: config } = await import(/* @vite-ignore */ path);
  return config.main.plugins;
}

it('a bundled client logs in as the one from source does', async () => {
  await build({
    ...{ configFile: false, root: outDir, logLevel: 'error', plugins: await pluginsOfMain() },
    build: {
      ...{ outDir, minify: false, emptyOutDir: false },
      ssr: resolve(import.meta.dirname, '../../main/adapters/node/http-client.ts'),
      rolldownOptions: { output: { format: 'es', entryFileNames: 'client.mjs' } },
    },
    ssr: { noExternal: true },
  });
  expect(readdirSync(outDir)).toContain('client.mjs');
  const made: { createNodeHttpClient: typeof createNodeHttpClient } = await import(
    /* @vite-ignore */ pathToFileURL(join(outDir, 'client.mjs')).href
  );
  const device = await startStrictDevice({ algorithm: 'SHA-256' });
  try {
    const credentials = { user: 'admin', password: 'Strict-2026!' };
    for (const create of [made.createNodeHttpClient, createNodeHttpClient]) {
      const result = await create().request(requestTo(device.port, { credentials }));
      expect(result).toMatchObject({ kind: 'ok', signedRequests: 1 });
    }
  } finally {
    await device.close();
  }
});
