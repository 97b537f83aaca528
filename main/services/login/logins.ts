import type { DeviceId } from '../../contract/device.ts';
import { currentFacts } from '../../domain/facts.ts';
import { serialKeyOf } from '../../domain/identity.ts';
import type { DeviceRecord } from '../../domain/record.ts';
import type { Clock } from '../../ports/clock.ts';
import type { HttpClient, HttpClientResult } from '../../ports/http-client.ts';
import type { AccountPassword, CredentialVault } from '../../ports/vault.ts';
import { deviceKeyOf } from '../commands/device-key.ts';
import type { LockoutGuard } from '../lockout/guard.ts';
import { failure } from './answers.ts';
import { type Expected, Session } from './session.ts';
import type {
  BookDoor,
  DeviceSession,
  Elsewhere,
  LoginFailure,
  LoginMemory,
  LoginRequest,
  LoginState,
  LoginTarget,
  SessionOptions,
} from './types.ts';

export type * from './types.ts';

export interface LoginsOptions {
  /** `null`: this host has none, so nothing can be reached. */
  readonly client: HttpClient | null;
  readonly guard: LockoutGuard;
  readonly vault: CredentialVault;
  readonly clock: Clock;
  readonly memory: LoginMemory;
  readonly bookOf: (device: DeviceRecord) => BookDoor | null;
  /** The row of the device shows it. */
  readonly onState: (device: DeviceId, state: LoginState) => void;
}

const usualUserName = 'admin';
const plainTimeoutMs = 5000;
const plainMaxBytes = 65_536;

/** Logs in to devices over HTTP. Every password goes through the lockout guard. */
export class Logins {
  readonly #options: LoginsOptions;
  /** When the request began whose answer was noted last. */
  readonly #askedAt = new Map<DeviceId, number>();

  constructor(options: LoginsOptions) {
    this.#options = options;
  }

  /** The device book's word first, else where the device was met last; `null`: no address is known. */
  target(device: DeviceRecord): LoginTarget | null {
    const { bookOf, memory } = this.#options;
    const kept = memory.pin(device.id);
    const book = bookOf(device);
    if (book !== null) {
      const { host, httpPort, isTls, pin, isBasicAllowed } = book;
      return { host, port: httpPort, isTls, pin: pin ?? kept, isBasicAllowed };
    }
    const facts = currentFacts(device.sources);
    const host = facts.ipv4Address ?? device.address;
    // 0.0.0.0 is what a device tells that has none.
    if (host === null || host === undefined || host === '0.0.0.0') return null;
    // A port of 0 is a service that is off.
    const httpPort = facts.httpPort || null;
    const httpsPort = facts.httpsPort || null;
    const isTls = httpPort === null && httpsPort !== null;
    const port = httpPort ?? httpsPort ?? 80;
    return { host, port, isTls, pin: kept, isBasicAllowed: false };
  }

  /** Whether a session could be opened without asking a person; says nothing of whether it is right. */
  async hasSaved(device: DeviceRecord): Promise<boolean> {
    return (await this.#saved(device.id, true)) !== null;
  }

  state(device: DeviceRecord): LoginState | null {
    return this.#options.memory.state(device.id);
  }

  /** `null` forgets the pin that was kept at the first use; the device book's own pin is the book's. */
  setPin(device: DeviceId, pin: string | null): void {
    this.#options.memory.keepPin(device, pin);
  }

  /**
   * Opens no connection yet. The typed password, else the vault's; a second credential is never tried.
   * Fails with `no-login`, `vault-locked`, `unreachable` or `invalid-values`.
   */
  async session(
    device: DeviceRecord,
    options: SessionOptions,
  ): Promise<DeviceSession | LoginFailure> {
    const { client, guard, clock, memory, bookOf } = this.#options;
    const target = options.target ?? this.target(device);
    if (target === null || client === null) {
      const params = { address: target?.host ?? null };
      return failure({ verdict: 'no-answer', reason: 'unreachable', params });
    }
    const account = await this.#account(device, options, bookOf(device));
    if ('kind' in account) return account;
    const { userName, password, source } = account;
    if (/[:\p{Cc}]/u.test(userName)) {
      const params = { problem: 'user name with a colon' };
      return failure({ verdict: 'failed', reason: 'invalid-values', params });
    }
    return new Session({
      ...{ target, userName, password, source, client, guard, clock },
      key: options.elsewhere?.key ?? deviceKeyOf(device),
      expected: expectedOf(device, options.elsewhere),
      isAnyone: options.isAnyone === true,
      isOverride: options.isOverride === true,
      signal: options.signal,
      onCertificate: (fingerprint) => memory.keepPin(device.id, fingerprint),
      onLogin: async (login, askedAt) => {
        if (login === 'refused' && options.elsewhere !== undefined) return;
        // An answer that is late: what was asked after it knows better which password the device has.
        if (askedAt < (this.#askedAt.get(device.id) ?? askedAt)) return;
        this.#askedAt.set(device.id, askedAt);
        await this.#note(device.id, login, {
          ...{ userName, password },
          // A saved one that nobody used by hand is where it belongs already.
          isOffered: source === 'typed' || options.isQuiet !== true,
        });
      },
    });
  }

  /** Without a login; costs no try. A redirect is told and not followed. */
  plain(target: LoginTarget, path: string, timeoutMs = plainTimeoutMs): Promise<HttpClientResult> {
    return this.plainRequest(target, { method: 'GET', path, timeoutMs });
  }

  /** The same for what a device takes from anybody: the documents of an activation. */
  async plainRequest(target: LoginTarget, request: LoginRequest): Promise<HttpClientResult> {
    const { client } = this.#options;
    const nothing = { address: null, certificate: null, signedRequests: 0 };
    if (client === null) {
      return { ...nothing, kind: 'unreachable', why: 'no-route', isSent: false };
    }
    const { pin, ...door } = target;
    return client.request({
      ...{ timeoutMs: plainTimeoutMs, maxBytes: plainMaxBytes, ...door, ...request },
      ...(pin === null ? {} : { pinnedCertificate: pin }),
    });
  }

  async #account(
    device: DeviceRecord,
    { password, userName, isQuiet = false }: SessionOptions,
    book: BookDoor | null,
  ): Promise<(AccountPassword & { readonly source: 'typed' | 'vault' }) | LoginFailure> {
    if (password !== undefined) {
      const name = userName ?? (await this.#ownerOf(device.id, password, book));
      return { userName: name, password, source: 'typed' };
    }
    const saved = await this.#saved(device.id, isQuiet);
    // Another user's password would be a wrong one, and cost a try.
    const isOurs = userName === undefined || saved?.userName === userName;
    if (saved !== null && isOurs) return { ...saved, source: 'vault' };
    const isLocked = this.#options.vault.state() === 'locked';
    return failure({ verdict: 'skipped', reason: isLocked ? 'vault-locked' : 'no-login' });
  }

  /** A run may have been given the saved password: it goes with the user it was saved for. */
  async #ownerOf(device: DeviceId, password: string, book: BookDoor | null): Promise<string> {
    const named = book?.userName ?? usualUserName;
    if (named === usualUserName) return named;
    const saved = await this.#saved(device, true);
    return saved?.password === password ? saved.userName : named;
  }

  async #saved(device: DeviceId, isQuiet: boolean): Promise<AccountPassword | null> {
    const { vault } = this.#options;
    if (vault.account !== undefined) return vault.account(device, isQuiet);
    const password = await vault.password(device);
    return password === null ? null : { userName: usualUserName, password };
  }

  async #note(
    device: DeviceId,
    state: 'proven' | 'refused',
    { isOffered, ...account }: AccountPassword & { readonly isOffered: boolean },
  ): Promise<void> {
    const { memory, clock, onState, vault } = this.#options;
    memory.keepState(device, state, clock.now());
    onState(device, state);
    if (state === 'proven' && isOffered) await vault.offer(device, account, 'proven');
  }
}

/** `null`: nobody knows yet who it is, so nobody can be somebody else. */
function expectedOf(
  { serial, nics }: DeviceRecord,
  elsewhere: Elsewhere | undefined,
): Expected | null {
  const known = serialKeyOf(serial) === null ? (elsewhere?.identity.serial ?? null) : serial;
  if (elsewhere === undefined && known === null) return null;
  const mac = elsewhere?.identity.mac ?? null;
  const macs = [...nics.map((nic) => nic.mac), ...(mac === null ? [] : [mac])];
  return { serial: known, macs };
}

/** For hosts without a file, and until one is there. */
export function createLoginMemory(): LoginMemory {
  const pins = new Map<DeviceId, string>();
  const states = new Map<DeviceId, LoginState>();
  return {
    pin: (device) => pins.get(device) ?? null,
    keepPin: (device, pin) => {
      if (pin === null) pins.delete(device);
      else pins.set(device, pin);
    },
    state: (device) => states.get(device) ?? null,
    keepState: (device, state) => {
      states.set(device, state);
    },
  };
}
