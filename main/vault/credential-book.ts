import {
  type CredentialState,
  credentialStates,
  type DamagedCredential,
} from '../contract/credential.ts';
import { AppError } from '../contract/errors.ts';
import type { CredentialRow, CredentialStore } from '../store/credential-types.ts';
import { isSamePayload, type Payload } from './payload.ts';
import { type Draft, openRow, type SealTools, sealRow } from './sealer.ts';

export const rowScopes = ['device', 'site', 'group', 'member'] as const;
/** `member` rows say which group a device belongs to. */
export type RowScope = (typeof rowScopes)[number];

export interface Place {
  readonly scope: RowScope;
  readonly subject: string;
}

/** A row that opened. */
export interface Entry {
  readonly row: CredentialRow;
  readonly scope: RowScope;
  readonly state: CredentialState;
  readonly payload: Payload;
}

export interface Found {
  readonly current: Entry | null;
  readonly pending: Entry | null;
  readonly aside: readonly Entry[];
  readonly damaged: readonly CredentialRow[];
}

export type NewEntry = Place & {
  readonly state: CredentialState;
  readonly payload: Payload;
  readonly createdAt: number;
  readonly changedAt: number;
  readonly provenAt: number | null;
};

/** As it is told to another vault. */
export function asNew({ row, scope, state, payload }: Entry): NewEntry {
  const { subject, createdAt, changedAt, provenAt } = row;
  return { scope, subject, state, payload, createdAt, changedAt, provenAt };
}

export interface BookOptions {
  readonly store: CredentialStore;
  readonly tools: SealTools;
  readonly now: () => number;
  /** Whether the file's boxes still hold our key. */
  readonly isOurs: () => boolean;
}

/** The rows behind the open key. Exists only while the vault is open. All calls are synchronous. */
export class CredentialBook {
  readonly #store: CredentialStore;
  readonly #tools: SealTools;
  readonly #now: () => number;
  readonly #isOurs: () => boolean;

  constructor({ store, tools, now, isOurs }: BookOptions) {
    this.#store = store;
    this.#tools = tools;
    this.#now = now;
    this.#isOurs = isOurs;
  }

  /**
   * Several reads and writes as one; calls inside another join it.
   * @throws AppError `vault.changed` when another process replaced the vault: what we would seal, nobody
   *   could open
   */
  change<T>(run: () => T): T {
    return this.#store.change(() => {
      if (!this.#isOurs()) throw new AppError('vault.changed', {});
      return run();
    });
  }

  all(): { readonly entries: readonly Entry[]; readonly damaged: readonly DamagedCredential[] } {
    const entries: Entry[] = [];
    const damaged: DamagedCredential[] = [];
    for (const row of this.#store.all()) {
      const opened = openRow(this.#tools, row);
      const { id, scope, subject, state } = row;
      if (opened.ok) entries.push(this.#entry(row, opened.payload));
      else damaged.push({ id, scope, subject, state, why: opened.why });
    }
    return { entries, damaged };
  }

  of({ scope, subject }: Place): Found {
    const entries: Entry[] = [];
    const damaged: CredentialRow[] = [];
    for (const row of this.#store.of(scope, subject)) {
      const opened = openRow(this.#tools, row);
      if (opened.ok) entries.push(this.#entry(row, opened.payload));
      else damaged.push(row);
    }
    const only = (state: CredentialState) => entries.find((entry) => entry.state === state) ?? null;
    const aside = entries.filter(({ state }) => state === 'aside');
    return { current: only('current'), pending: only('pending'), aside, damaged };
  }

  /** @throws AppError `vault.credential-not-found`, `vault.credential-damaged` */
  get(id: string): Entry {
    const row = this.#store.get(id);
    if (row === null) throw new AppError('vault.credential-not-found', {});
    const opened = openRow(this.#tools, row);
    if (opened.ok) return this.#entry(row, opened.payload);
    throw new AppError(
      'vault.credential-damaged',
      { subject: row.subject },
      { detail: opened.why },
    );
  }

  /** Damaged or not. @throws AppError `vault.credential-not-found` */
  forget(id: string): void {
    if (this.#store.get(id) === null) throw new AppError('vault.credential-not-found', {});
    this.drop(id);
    this.#store.scrub();
  }

  drop(id: string): void {
    this.#store.remove(id);
  }

  insert({ payload, ...header }: NewEntry): void {
    this.#put({ id: this.#tools.random.uuid(), ...header }, payload);
  }

  /** The same row with something changed, sealed anew. */
  rewrite({ row, scope, state, payload }: Entry, changes: Partial<NewEntry>): void {
    const { id, subject, createdAt, changedAt, provenAt } = row;
    const header = { id, scope, subject, state, createdAt, changedAt, provenAt };
    const { payload: nextPayload = payload, ...next } = changes;
    this.#put({ ...header, ...next }, nextPayload);
  }

  /** Keeps it where nothing tries it; one copy of each is enough. */
  setAside(entry: Entry, among: readonly Entry[]): void {
    const twin = among.find(({ payload }) => isSamePayload(payload, entry.payload));
    if (twin !== undefined) this.drop(twin.row.id);
    const provenAt = latest(entry.row.provenAt, twin?.row.provenAt ?? null);
    this.rewrite(entry, { state: 'aside', provenAt });
  }

  /** Only kept, when it is not known yet. */
  addAside(place: Place, payload: Payload, at: number): void {
    const { current, pending, aside } = this.of(place);
    const known = [current, pending, ...aside].filter((entry) => entry !== null);
    if (known.some((entry) => isSamePayload(entry.payload, payload))) return;
    const times = { createdAt: at, changedAt: at, provenAt: null };
    this.insert({ ...place, state: 'aside', payload, ...times });
  }

  /**
   * This is the password now. A pending one that is the same is promoted, the one before is set aside.
   * `provenAt` is `null` when only a person says so.
   */
  setCurrent(place: Place, payload: Payload, provenAt: number | null): void {
    this.change(() => {
      const at = provenAt ?? this.#now();
      const { current, pending, aside } = this.of(place);
      if (current !== null && isSamePayload(current.payload, payload)) {
        const proven = latest(current.row.provenAt, provenAt);
        this.rewrite(current, { payload: withLabel(payload, current.payload), provenAt: proven });
        return;
      }
      const promoted = pending !== null && isSamePayload(pending.payload, payload) ? pending : null;
      if (current !== null) this.setAside(current, aside);
      const header = { ...place, state: 'current', createdAt: at, changedAt: at } as const;
      if (promoted === null) this.insert({ ...header, payload, provenAt });
      else this.rewrite(promoted, { state: 'current', provenAt });
    });
  }

  /** Is about to be set on the device; what is current stays until the device proves the new one. */
  setPending(place: Place, payload: Payload): void {
    this.change(() => {
      const at = this.#now();
      const { current, pending, aside } = this.of(place);
      if (current !== null && isSamePayload(current.payload, payload)) return;
      if (pending !== null && isSamePayload(pending.payload, payload)) return;
      if (pending !== null) this.setAside(pending, aside);
      const times = { createdAt: at, changedAt: at, provenAt: null };
      this.insert({ ...place, state: 'pending', payload, ...times });
    });
  }

  /** The device refused it, so it never came into force. */
  dropPending(place: Place): void {
    this.change(() => {
      const { pending, aside } = this.of(place);
      if (pending !== null) this.setAside(pending, aside);
    });
  }

  /** What is known of a device under an older name goes to its better one, unless that has its own. */
  rename(from: Place, to: Place): void {
    this.change(() => {
      const old = this.of(from);
      const own = this.of(to);
      const isFree = own.current === null && own.pending === null;
      for (const entry of [old.current, old.pending, ...old.aside]) {
        if (entry === null) continue;
        this.rewrite(entry, { ...to, state: isFree ? entry.state : 'aside' });
      }
    });
  }

  /** A row that does not open and stands in the way is marked, and stays for whoever can repair it. */
  #put(draft: Draft, payload: Payload): void {
    const { scope, subject, state } = draft;
    if (state !== 'aside') {
      const inTheWay = this.#store
        .of(scope, subject)
        .filter((row) => row.state === state && row.id !== draft.id && row.damagedAt === null)
        .filter((row) => !openRow(this.#tools, row).ok);
      for (const { id } of inTheWay) this.#store.markDamaged(id, this.#now());
    }
    this.#store.put(sealRow(this.#tools, draft, payload));
  }

  #entry(row: CredentialRow, payload: Payload): Entry {
    const scope = rowScopes.find((each) => each === row.scope) ?? 'device';
    // One that was damaged, made room, and opens again: its place is taken.
    const told = row.damagedAt === null ? row.state : 'aside';
    const state = credentialStates.find((each) => each === told) ?? 'aside';
    return { row, scope, state, payload };
  }
}

export function latest(one: number | null, two: number | null): number | null {
  if (one === null || two === null) return one ?? two;
  return Math.max(one, two);
}

/** The new label, else the old one stays. */
function withLabel(next: Payload, before: Payload): Payload {
  if (next.kind !== 'login' || before.kind !== 'login') return next;
  return { ...next, label: next.label ?? before.label };
}
