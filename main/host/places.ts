import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** Where the parts of this installation are, whether it runs from source, from `out/` or packed. */
export interface Places {
  /** Folder of `package.json`. */
  readonly root: string;
  readonly version: string;
  readonly rendererDir: string;
  readonly preload: string;
  /** The guides: beside their reader in the source, copied beside the bundles in `out/`. */
  readonly guidesDir: string;
  /** The receiving thread's entry: the source file, or the bundle beside the other entries. */
  readonly workerUrl: URL;
}

interface Manifest {
  readonly name: string;
  readonly version: string;
}

function manifestAt(dir: string): Manifest | null {
  const path = join(dir, 'package.json');
  if (!existsSync(path)) return null;
  const value: unknown = JSON.parse(readFileSync(path, 'utf8'));
  const isOurs = typeof value === 'object' && value !== null && Reflect.get(value, 'name');
  if (isOurs !== 'untether') return null;
  return { name: 'untether', version: String(Reflect.get(value as object, 'version')) };
}

/**
 * Looks upwards from a module of ours. Bundled code may sit in `out/main` or `out/main/chunks`, so the
 * folder is searched for and not counted.
 * @throws Error when no `package.json` of this project is above the module
 */
export function placesOf(moduleUrl: string): Places {
  for (let dir = dirname(fileURLToPath(moduleUrl)); ; dir = dirname(dir)) {
    const manifest = manifestAt(dir);
    if (manifest !== null) {
      const isSource = moduleUrl.endsWith('.ts');
      const worker = isSource
        ? join(dir, 'main', 'adapters', 'node', 'udp-worker.ts')
        : join(dir, 'out', 'main', 'udp-worker.js');
      return {
        root: dir,
        version: manifest.version,
        rendererDir: join(dir, 'out', 'renderer'),
        preload: join(dir, 'out', 'preload', 'index.cjs'),
        guidesDir: isSource ? join(dir, 'main', 'knowledge', 'guides') : join(dir, 'out', 'guides'),
        workerUrl: pathToFileURL(worker),
      };
    }
    if (dir === dirname(dir)) throw new Error(`no package.json of untether above ${moduleUrl}`);
  }
}
