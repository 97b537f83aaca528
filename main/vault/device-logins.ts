import type { CredentialScope } from '../contract/credential.ts';
import type { CredentialStore } from '../store/credential-types.ts';
import type { CredentialBook, Found, Place } from './credential-book.ts';
import { isSamePayload, type Login, loginOf } from './payload.ts';
import type { Offer } from './waiting.ts';

/** What a device is known by. */
export interface DeviceNames {
  /** Best first: `sn:…` of the serial, `mac:…`, `id:…`. New rows are kept under the first. */
  readonly keys: readonly [string, ...string[]];
  readonly siteId: string | null;
}

export interface DeviceLogin extends Login {
  readonly id: string;
  /** Where it was found: the device's own, its group's, its site's. */
  readonly scope: CredentialScope;
  readonly changedAt: number;
  readonly provenAt: number | null;
}

export interface LoginHint {
  readonly scope: CredentialScope;
  readonly provenAt: number | null;
}

/** `damaged`: there is one, and it does not open. A site's password is not tried in its place. */
export type LoginSearch = DeviceLogin | 'damaged' | null;

const freshMs = 60_000;

export const usualUserName = 'admin';

/** Devices have one administrator, who is called so; they take the name in any case. */
export function isAdministrator(userName: string): boolean {
  return userName.toLowerCase() === usualUserName;
}

export function findLogin(book: CredentialBook, { keys, siteId }: DeviceNames): LoginSearch {
  for (const subject of keys) {
    const own = read(book, { scope: 'device', subject });
    if (own !== null) return own;
  }
  const group = findGroup(book, keys);
  if (group === 'damaged') return group;
  const shared = group === null ? null : read(book, { scope: 'group', subject: group });
  if (shared !== null || siteId === null) return shared;
  return read(book, { scope: 'site', subject: siteId });
}

/** The device's new login that it has neither accepted nor refused. */
export function findPending(book: CredentialBook, { keys }: DeviceNames): Login | null {
  for (const subject of keys) {
    const { pending } = book.of({ scope: 'device', subject });
    const login = pending && loginOf(pending.payload);
    if (login) return login;
  }
  return null;
}

/** By the headers alone. A membership is taken for its group's login, which is sealed. */
export function findHint(
  store: Pick<CredentialStore, 'of'>,
  { keys, siteId }: DeviceNames,
): LoginHint | null {
  const places = [
    ...keys.map((subject) => ({ scope: 'device', subject, shown: 'device' }) as const),
    ...keys.map((subject) => ({ scope: 'member', subject, shown: 'group' }) as const),
    ...(siteId === null ? [] : [{ scope: 'site', subject: siteId, shown: 'site' } as const]),
  ];
  for (const { scope, subject, shown } of places) {
    const rows = store.of(scope, subject);
    const row = rows.find(({ state, damagedAt }) => state === 'current' && damagedAt === null);
    if (row !== undefined)
      return { scope: shown, provenAt: scope === 'member' ? null : row.provenAt };
  }
  return null;
}

/** Id of the group the device belongs to. */
export function findGroup(book: CredentialBook, keys: DeviceNames['keys']): string | null {
  for (const subject of keys) {
    const { current, damaged } = book.of({ scope: 'member', subject });
    if (current?.payload.kind === 'member') return current.payload.group;
    if (isCurrentDamaged(damaged)) return 'damaged';
  }
  return null;
}

function read(book: CredentialBook, place: Place & { scope: CredentialScope }): LoginSearch {
  const { current, damaged } = book.of(place);
  if (current === null) return isCurrentDamaged(damaged) ? 'damaged' : null;
  const login = loginOf(current.payload);
  if (login === null) return null;
  const { id, changedAt, provenAt } = current.row;
  return { ...login, id, scope: place.scope, changedAt, provenAt };
}

function isCurrentDamaged(damaged: Found['damaged']): boolean {
  return damaged.some(({ state, damagedAt }) => state === 'current' && damagedAt === null);
}

/** Brings what was kept under older names of the device to its best one. */
export function adoptOlderNames(book: CredentialBook, keys: DeviceNames['keys']): void {
  const [best, ...older] = keys;
  for (const subject of older) {
    for (const scope of ['device', 'member'] as const) {
      book.rename({ scope, subject }, { scope, subject: best });
    }
  }
}

/**
 * Notes what a run found out about a device's password. One that waited while the vault was locked gives
 * way to what was proven after it.
 */
export function writeOffer(book: CredentialBook, { keys }: DeviceNames, offer: Offer): void {
  book.change(() => {
    adoptOlderNames(book, keys);
    const place = { scope: 'device', subject: keys[0] } as const;
    const { current } = book.of(place);
    const { userName, password, state, at } = offer;
    const payload = { kind: 'login', userName, password, label: null } as const;
    const before = current && loginOf(current.payload);
    // What jobs need is the administrator's; another account's must not take its place.
    const isLesser =
      before !== null && isAdministrator(before.userName) && !isAdministrator(userName);
    const isOvertaken = isLesser || isPassedBy(offer, current?.row.provenAt ?? null);
    // Proven a moment ago: a job of many requests must not wait for the disk at each.
    const isKnown =
      current?.row.provenAt != null &&
      isSamePayload(current.payload, payload) &&
      Math.abs(at - current.row.provenAt) < freshMs;
    if (isKnown && state === 'proven') return;
    if (isOvertaken) book.addAside(place, payload, at);
    else if (state === 'pending') book.setPending(place, payload);
    else book.setCurrent(place, payload, at);
  });
}

/** Whether another one was proven while it waited. What was there before it is older, whatever the clock says. */
function isPassedBy({ hasWaited, knownProvenAt, at }: Offer, provenAt: number | null): boolean {
  return hasWaited && provenAt !== null && provenAt !== knownProvenAt && provenAt > at;
}
