import type { CredentialView, VaultStatus } from '../contract/credential.ts';
import type { BoxRow, CredentialCount } from '../store/credential-types.ts';
import type { Entry } from './credential-book.ts';

/** Without the password; `null` for a membership, which is no credential. */
export function viewOf({ row, scope, state, payload }: Entry): CredentialView | null {
  if (payload.kind === 'member' || scope === 'member') return null;
  const { id, subject, createdAt, changedAt, provenAt } = row;
  const { userName, label } = payload;
  return { id, scope, subject, state, userName, label, createdAt, changedAt, provenAt };
}

export interface StatusParts {
  readonly boxes: readonly BoxRow[];
  readonly counts: readonly CredentialCount[];
  /** `null` while locked. */
  readonly damaged: number | null;
  readonly waiting: number;
  readonly idleMinutes: number | null;
}

export function statusOf({
  boxes,
  counts,
  damaged,
  waiting,
  idleMinutes,
}: StatusParts): VaultStatus {
  const logins = counts.filter(({ scope }) => scope !== 'member');
  const sum = (fits: (count: CredentialCount) => boolean) =>
    logins.filter(fits).reduce((total, { rows }) => total + rows, 0);
  const current = (scope: string) =>
    sum((count) => count.state === 'current' && count.scope === scope);
  return {
    exists: boxes.length > 0,
    isLocked: damaged === null,
    boxes: boxes.map(({ id, kind, madeAt, changedAt }) => ({ id, kind, madeAt, changedAt })),
    credentials: {
      devices: current('device'),
      sites: current('site'),
      groups: current('group'),
      pending: sum(({ state }) => state === 'pending'),
      aside: sum(({ state }) => state === 'aside'),
    },
    ...{ damaged, waiting, idleMinutes },
  };
}
