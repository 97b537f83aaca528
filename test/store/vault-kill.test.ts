import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { deviceId } from '../../main/contract/device.ts';
import { boxOf, codeOf, rig } from '../unit/vault/rig.ts';
import { tempFile } from './helpers.ts';

const line = z.object({
  done: z.string(),
  password: z.string().optional(),
  passphrase: z.string().optional(),
});
const runs = Number(process.env['VAULT_KILL_RUNS'] ?? 8);
const device = deviceId.parse('camera');

interface Known {
  /** The last one is or was to be in force; the one before may still be. */
  passphrases: string[];
  proven: string | null;
  pending: string | null;
}

async function runAndKill(path: string, run: number, known: Known): Promise<void> {
  const args = [join(import.meta.dirname, 'vault-kill-child.ts'), path, String(run)];
  const child = spawn(process.execPath, [...args, known.passphrases.at(-1) ?? ''], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  const lines = createInterface({ input: child.stdout });
  const closed = once(lines, 'close');
  const started = once(lines, 'line');
  lines.on('line', (text) => {
    const { done, password = null, passphrase } = line.parse(JSON.parse(text));
    if (done === 'pending') known.pending = password;
    if (done === 'proven') known.proven = password;
    if (done === 'changing' && passphrase !== undefined) known.passphrases.push(passphrase);
    if (done === 'changed' && passphrase !== undefined) known.passphrases = [passphrase];
  });
  await started;
  await sleep(10 + Math.round(((run * 0.618_034) % 1) * 150));
  child.kill('SIGKILL');
  await Promise.all([ended, closed]);
}

test(`killed ${runs} times: the vault opens and knows what it said it knew`, async () => {
  const path = tempFile();
  const known: Known = { passphrases: ['the first of them'], proven: null, pending: null };
  for (let run = 0; run < runs; run += 1) {
    await runAndKill(path, run, known);
    const { vault } = rig({ path });
    // Killed while the passphrase was changed: either one may be in force, never none.
    for (const phrase of known.passphrases.toReversed()) {
      if ((await codeOf(() => vault.unlock(boxOf(phrase)))) === null) known.passphrases = [phrase];
      if (vault.isOpen()) break;
    }
    const { credentials, damaged } = vault.list();
    expect([run, damaged]).toEqual([run, []]);
    const all = new Map(credentials.map(({ id, state }) => [vault.reveal(id).password, state]));
    // A step that was done but not told may have come after it; then it is kept aside.
    if (known.proven !== null) expect(['current', 'aside']).toContain(all.get(known.proven));
    if (known.pending !== null) expect([...all.keys()]).toContain(known.pending);
    expect([...all.values()].filter((state) => state === 'current').length).toBeLessThanOrEqual(1);
    vault.close();
  }
  const { vault, names } = rig({ path });
  names.set(device, { keys: ['id:camera'], siteId: null });
  await vault.unlock(boxOf(known.passphrases[0]));
  expect(await vault.password(device)).not.toBeNull();
  expect(known.proven).not.toBeNull();
}, 60_000);
