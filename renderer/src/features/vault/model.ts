import type { CredentialScope } from '../../../../main/contract/credential.ts';
import type { DeviceId } from '../../../../main/contract/device.ts';
import { credentialScopes, credentialStates } from '../../../../main/contract/lists.ts';
import type { MethodOutput } from '../../../../main/contract/methods.ts';
import type { VaultState } from '../../../../main/contract/methods-vault.ts';

/** `unknown`: the host has not told yet. */
export type VaultMode = 'unknown' | 'none' | 'locked' | 'open';

export function modeOf(state: VaultState | null): VaultMode {
  if (state === null) return 'unknown';
  if (!state.exists) return 'none';
  return state.isLocked ? 'locked' : 'open';
}

/** The ways this vault can be opened here and now. */
export function waysToOpen(state: VaultState): { hasOs: boolean; hasPassphrase: boolean } {
  const has = (kind: 'os' | 'passphrase') => state.boxes.some((box) => box.kind === kind);
  // A keystore of another machine, or one that went away, opens nothing here.
  const isOsHere = state.osBox === 'strong' || state.osBox === 'weak';
  return { hasOs: has('os') && isOsHere, hasPassphrase: has('passphrase') };
}

/** What a new vault can be locked with. */
export type NewLock = 'os' | 'both' | 'passphrase';

export function newLocks({ osBox }: Pick<VaultState, 'osBox'>): readonly NewLock[] {
  return osBox === 'strong' || osBox === 'weak' ? ['os', 'both', 'passphrase'] : ['passphrase'];
}

/** As the core has it; a shorter one is refused there. */
export const minPassphrase = 8;

export type PassphraseProblem = 'short' | 'differs' | null;

export function passphraseProblem(first: string, second: string): PassphraseProblem {
  // Code points, as the core counts them.
  if ([...first].length < minPassphrase) return 'short';
  return first === second ? null : 'differs';
}

export type Known = MethodOutput<'vault.knows'>['known'][number];

export interface Saved {
  /** Devices for which a saved password would be used. */
  readonly ids: ReadonlySet<DeviceId>;
  readonly scopes: Readonly<Record<CredentialScope, number>>;
  /** The account, when it is one and the same for all that are known. */
  readonly userName: string | null;
  /** When the one that was proven longest ago was proven; `null`: one of them never was. */
  readonly provenAt: number | null;
}

/** Whose saved passwords these devices would get. */
export function savedFor(known: readonly Known[]): Saved {
  const ids = new Set<DeviceId>();
  const scopes = { device: 0, site: 0, group: 0 };
  const users = new Set<string | null>();
  let provenAt: number | null = Number.POSITIVE_INFINITY;
  for (const one of known) {
    if (one.scope === null) continue;
    ids.add(one.id);
    scopes[one.scope] += 1;
    users.add(one.userName);
    if (one.provenAt === null) provenAt = null;
    else if (provenAt !== null) provenAt = Math.min(provenAt, one.provenAt);
  }
  const [user = null] = users;
  return {
    ids,
    scopes,
    userName: users.size === 1 ? user : null,
    provenAt: ids.size === 0 ? null : provenAt,
  };
}

export type SavedLine = MethodOutput<'vault.list'>['credentials'][number];

/** What is due first, then what is in use, then by whom it is for. */
export function inOrder(
  lines: readonly SavedLine[],
  nameOf: (line: SavedLine) => string,
): readonly SavedLine[] {
  const rank = (line: SavedLine) => [
    line.isDue ? 0 : 1,
    credentialStates.indexOf(line.state),
    credentialScopes.indexOf(line.scope),
  ];
  return [...lines].sort((a, b) => {
    const [left, right] = [rank(a), rank(b)];
    const first = left.findIndex((value, at) => value !== right[at]);
    if (first >= 0) return (left[first] ?? 0) - (right[first] ?? 0);
    return nameOf(a).localeCompare(nameOf(b), undefined, { numeric: true });
  });
}

/** The password groups there are: those that have a password now. */
export function groupsOf(
  lines: readonly SavedLine[],
): readonly { readonly id: string; readonly name: string }[] {
  const current = lines.filter(({ scope, state }) => scope === 'group' && state === 'current');
  return current.map(({ subject, label }) => ({ id: subject, name: label ?? subject }));
}

/** What is typed to give up the sealed passwords; the contract takes nothing else. */
export const startOverWord = 'START OVER';
