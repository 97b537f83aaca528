import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { startCore } from '../../../main/host/runtime.ts';

const made: string[] = [];
afterEach(() => {
  for (const dir of made.splice(0)) rmSync(dir, { recursive: true, force: true });
});

describe('the data folder', () => {
  test('is made with all its parents, for this user only', async () => {
    const base = mkdtempSync(join(tmpdir(), 'untether-folder-'));
    made.push(base);
    const dataDir = join(base, 'one', 'two');
    const core = await startCore({
      ...{ host: 'test', dataDir, discovery: 'manual' },
      only: ['127.0.0.1'],
    }).catch((error: unknown) => error);
    expect(existsSync(dataDir)).toBe(true);
    if (process.platform !== 'win32') expect(statSync(dataDir).mode & 0o077).toBe(0);
    if (core !== null && typeof core === 'object' && 'api' in core) {
      await (core as Awaited<ReturnType<typeof startCore>>).api.close();
    }
  });

  // Node's recursive mkdir never comes back from there.
  test.skipIf(process.platform !== 'linux')('is refused where none can be made', async () => {
    await expect(
      startCore({ host: 'test', dataDir: '/proc/nope/data', discovery: 'manual' }),
    ).rejects.toMatchObject({ code: 'store.unwritable' });
  });
});
