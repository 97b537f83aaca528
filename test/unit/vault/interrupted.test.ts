import { copyFileSync, existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { CredentialStore } from '../../../main/store/open.ts';
import type { Vault } from '../../../main/vault/vault.ts';
import { boxOf, camera, openRig, osBox, rig, tempFile } from './rig.ts';

/** A store that dies at its n-th write, and with it everything after. */
function dyingStore(after: number): {
  wrap: (store: CredentialStore) => CredentialStore;
  writes: () => number;
} {
  const writing = new Set(['put', 'markDamaged', 'remove', 'putBox', 'removeBox', 'retireBoxes']);
  let count = 0;
  const wrap = (store: CredentialStore): CredentialStore =>
    new Proxy(store, {
      get: (target, name) => {
        const value: unknown = Reflect.get(target, name);
        if (typeof value !== 'function') return value;
        if (!writing.has(String(name))) return value.bind(target);
        return (...input: unknown[]) => {
          if (count >= after) throw new Error('killed');
          count += 1;
          return value.apply(target, input);
        };
      },
    });
  return { wrap, writes: () => count };
}

const steps: Readonly<Record<string, (vault: Vault) => unknown>> = {
  promote: (vault) => vault.offer(camera, 'New22222!', 'proven'),
  pending: (vault) => vault.offer(camera, 'New33333!', 'pending'),
  save: (vault) =>
    vault.save({ scope: 'device', device: camera }, { userName: 'admin', password: 'New22222!' }),
  'change box': (vault) => vault.changeBox(boxOf('eight red ladders')),
  'add box': (vault) => vault.addBox(boxOf('eight red ladders', 'recovery')),
  'remove box': (vault) => vault.removeBox('os'),
  'start over': (vault) => vault.startOver(boxOf('eight red ladders')),
};

/** Bytes of the database as they are on the disk at this moment, logs included: what a kill leaves. */
function snapshot(path: string): string {
  const copy = tempFile();
  for (const end of ['', '-wal']) if (existsSync(path + end)) copyFileSync(path + end, copy + end);
  return copy;
}

async function opens(path: string): Promise<Vault> {
  const { vault } = rig({ path });
  const boxes = [boxOf(), boxOf('eight red ladders'), osBox()];
  for (const box of boxes) {
    try {
      await vault.unlock(box);
      return vault;
    } catch {
      // The next one; a vault that none of them opens fails below.
    }
  }
  throw new Error('the vault does not open any more');
}

describe('killed between two steps', () => {
  test.each(Object.entries(steps))(
    '%s: the vault opens, with all before or all after',
    async (_name, step) => {
      let isThrough = false;
      for (let after = 0; !isThrough; after += 1) {
        const { path, vault: first } = await openRig();
        await first.addBox(osBox());
        await first.offer(camera, 'Old11111!', 'proven');
        await first.offer(camera, 'New22222!', 'pending');
        const dying = dyingStore(after);
        const { vault } = rig({ path, wrapStore: dying.wrap });
        await vault.unlock(boxOf());
        try {
          await step(vault);
        } catch (error) {
          expect(String(error)).toContain('killed');
        }
        isThrough = dying.writes() < after || after > 20;
        const again = await opens(snapshot(path));
        const { credentials, damaged } = again.list();
        const isNew = damaged.length > 0;
        expect([after, credentials.length + damaged.length >= 2]).toEqual([after, true]);
        if (isNew) continue;
        const all = credentials.map(({ id, state }) => [again.reveal(id).password, state]);
        expect(all.map(([password]) => password)).toEqual(
          expect.arrayContaining(['Old11111!', 'New22222!']),
        );
        expect(all.filter(([, state]) => state === 'current')).toHaveLength(1);
      }
    },
  );
});
