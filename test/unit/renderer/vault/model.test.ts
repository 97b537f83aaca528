import { describe, expect, it } from 'vitest';
import { minPassphraseLength } from '../../../../main/adapters/node/passphrase-box.ts';
import type { DeviceId } from '../../../../main/contract/device.ts';
import type { VaultState } from '../../../../main/contract/methods-vault.ts';
import {
  groupsOf,
  inOrder,
  type Known,
  minPassphrase,
  modeOf,
  newLocks,
  passphraseProblem,
  type SavedLine,
  savedFor,
  waysToOpen,
} from '../../../../renderer/src/features/vault/model.ts';

const id = (text: string) => text as DeviceId;
const state = (patch: Partial<VaultState>) =>
  ({ exists: true, isLocked: true, boxes: [], osBox: 'none', ...patch }) as VaultState;
const box = (kind: 'os' | 'passphrase') => ({ id: kind, kind, madeAt: 0, changedAt: 0 });

describe('state of the vault', () => {
  it('is unknown until the host has told', () => {
    expect(modeOf(null)).toBe('unknown');
    expect(modeOf(state({ exists: false }))).toBe('none');
    expect(modeOf(state({}))).toBe('locked');
    expect(modeOf(state({ isLocked: false }))).toBe('open');
  });

  it('offers the keystore only where there is one', () => {
    const boxes = [box('os'), box('passphrase')];
    expect(waysToOpen(state({ boxes, osBox: 'strong' }))).toEqual({
      ...{ hasOs: true, hasPassphrase: true },
    });
    expect(waysToOpen(state({ boxes, osBox: 'unavailable' })).hasOs).toBe(false);
    expect(newLocks(state({ osBox: 'weak' }))).toEqual(['os', 'both', 'passphrase']);
    expect(newLocks(state({ osBox: 'none' }))).toEqual(['passphrase']);
  });

  it('asks for the passphrase that the core takes', () => {
    expect(minPassphrase).toBe(minPassphraseLength);
    expect(passphraseProblem('1234567', '1234567')).toBe('short');
    // Seven signs, fourteen code units.
    expect(passphraseProblem('😀'.repeat(7), '😀'.repeat(7))).toBe('short');
    expect(passphraseProblem('12345678', '12345679')).toBe('differs');
    expect(passphraseProblem('12345678', '12345678')).toBeNull();
  });
});

describe('whose saved password would be used', () => {
  const known = (name: string, patch: Partial<Known>): Known => ({
    ...{ id: id(name), scope: 'device', userName: 'admin', provenAt: 5 },
    ...patch,
  });

  it('counts by whom it is for and leaves out what has none', () => {
    const saved = savedFor([
      known('a', {}),
      known('b', { scope: 'site' }),
      known('c', { scope: null }),
    ]);
    expect([...saved.ids]).toEqual(['a', 'b']);
    expect(saved.scopes).toEqual({ device: 1, site: 1, group: 0 });
  });

  it('is as old a proof as the oldest, and none when one never was proven', () => {
    expect(savedFor([known('a', { provenAt: 9 }), known('b', {})]).provenAt).toBe(5);
    expect(savedFor([known('a', { provenAt: null }), known('b', {})]).provenAt).toBeNull();
    expect(savedFor([known('b', {}), known('a', { provenAt: null })]).provenAt).toBeNull();
    expect(savedFor([]).provenAt).toBeNull();
  });

  it('names the user only when it is the same for all', () => {
    expect(savedFor([known('a', {}), known('b', {})]).userName).toBe('admin');
    expect(savedFor([known('a', {}), known('b', { userName: 'op' })]).userName).toBeNull();
  });
});

describe('the list of saved passwords', () => {
  const line = (name: string, patch: Partial<SavedLine>) =>
    ({
      ...{ id: name, scope: 'device', subject: name, state: 'current', label: null, isDue: false },
      ...patch,
    }) as SavedLine;

  it('has due ones first, then those in use, by name and number', () => {
    const lines = [
      line('cam 10', {}),
      line('old', { state: 'aside' }),
      line('site', { scope: 'site' }),
      line('cam 9', {}),
      line('due', { scope: 'group', isDue: true }),
    ];
    expect(inOrder(lines, ({ subject }) => subject).map(({ subject }) => subject)).toEqual([
      ...['due', 'cam 9', 'cam 10', 'site', 'old'],
    ]);
  });

  it('knows the groups by the name that a person gave', () => {
    const lines = [
      line('g1', { scope: 'group', label: 'Yard' }),
      line('g1', { scope: 'group', label: 'Yard', state: 'aside' }),
      line('d', {}),
    ];
    expect(groupsOf(lines)).toEqual([{ id: 'g1', name: 'Yard' }]);
  });
});
