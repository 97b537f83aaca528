import type { DeviceId } from '../../contract/device.ts';
import { isLanHost } from '../../contract/ip.ts';
import type { DeviceRef } from '../../contract/job.ts';
import type { CloudState, DeviceHealth } from '../../contract/login.ts';
import { kindOf } from '../../domain/classify.ts';
import { currentFacts } from '../../domain/facts.ts';
import { isExpectedDevice, serialKeyOf } from '../../domain/identity.ts';
import type { DeviceRecord } from '../../domain/record.ts';
import type { RowOverlay } from '../../domain/roster.ts';
import type { Sighting } from '../../domain/sighting.ts';
import type { Clock } from '../../ports/clock.ts';
import type { LoginStore } from '../../store/login-types.ts';
import { deviceRefOf } from '../jobs/values.ts';
import { runPool } from '../lib/pool.ts';
import { failure } from '../login/answers.ts';
import type { LoginFailure, Logins, SessionOptions } from '../login/logins.ts';
import { readCloud } from './cloud.ts';
import { type Examination, examineDevice } from './examine.ts';
import { factsOf, factsOfCloud, type LearnedFacts } from './facts.ts';
import { healthOf, healthOfFailure, healthOfStranger } from './map.ts';
import { valueIn } from './read.ts';

export interface HealthOptions {
  readonly logins: Logins;
  readonly clock: Clock;
  readonly store: LoginStore;
  readonly record: (id: DeviceId) => DeviceRecord | undefined;
  readonly see: (sighting: Sighting) => void;
  /** The row of the device shows it. */
  readonly show: (id: DeviceId, patch: Partial<RowOverlay>) => void;
}

export interface CheckOptions {
  /** Typed for all, or for one; the saved one of each device where none is. */
  readonly passwords: {
    readonly all?: string | undefined;
    readonly byDevice?: Readonly<Record<string, string>> | undefined;
  };
  readonly isOverride: boolean;
}

export interface HealthLine {
  readonly device: DeviceRef;
  readonly health: DeviceHealth;
}

const atOnce = 4;

/** What a login tells of a device: who it is, how it is, and its cloud service. */
export class Health {
  readonly #options: HealthOptions;

  constructor(options: HealthOptions) {
    this.#options = options;
  }

  /** The rows show what was known when the program ended. */
  start(): void {
    const { store, show, record } = this.#options;
    for (const { device, login, health } of store.all()) {
      if (record(device) !== undefined) show(device, { login, health: health?.level ?? null });
    }
  }

  /** As it was read last, with the time of that reading. */
  get(id: DeviceId): DeviceHealth | null {
    return this.#options.store.get(id)?.health ?? null;
  }

  /**
   * Reads the devices now, a few at once. One password for several is proven by one device first: when that
   * one refuses it, no other is asked with it.
   */
  async check(records: readonly DeviceRecord[], options: CheckOptions): Promise<HealthLine[]> {
    const { all, byDevice = {} } = options.passwords;
    const lines = new Map<DeviceId, HealthLine>();
    let isProven = false;
    let refusedBy: DeviceRef | null = null;
    const run = async (record: DeviceRecord): Promise<void> => {
      const own = byDevice[record.id];
      const isShared = own === undefined && all !== undefined;
      const device = deviceRefOf(record);
      if (isShared && refusedBy !== null) {
        lines.set(record.id, { device, health: this.#stopped(refusedBy) });
        return;
      }
      const { health, login } = await this.#checkOne(record, {
        password: own ?? all,
        isOverride: options.isOverride,
      });
      lines.set(record.id, { device, health });
      if (!isShared) return;
      if (login === 'proven') isProven = true;
      else if (login === 'refused' && !isProven) refusedBy = device;
    };
    const rest = [...records];
    while (all !== undefined && !isProven && rest.length > 0) {
      const next = rest.shift();
      if (next !== undefined) await run(next);
    }
    await runPool(rest, { limit: atOnce }, run);
    return records.flatMap(({ id }) => lines.get(id) ?? []);
  }

  /** One look with the saved login, because its time has come; nobody asked for it. */
  async checkQuietly(record: DeviceRecord): Promise<void> {
    await this.#checkOne(record, { isQuiet: true });
  }

  /** A device without a login says only that it was reset; costs no try. */
  noteInactive(record: DeviceRecord, health: DeviceHealth): void {
    this.#keep(record, health);
    this.#learn(record, { activated: false }, record.serial);
  }

  /** Reads the cloud service; its facts go to the list. */
  async cloud(record: DeviceRecord, options: SessionOptions): Promise<CloudState | LoginFailure> {
    const { logins, clock, store } = this.#options;
    const session = await logins.session(record, options);
    if ('kind' in session) return session;
    const state = await readCloud(session, () => clock.now());
    if ('kind' in state) return state;
    const known = store.get(record.id)?.health ?? null;
    if (known !== null) store.change(record.id, { health: { ...known, cloud: state } });
    this.#learn(record, factsOfCloud(state), record.serial);
    return state;
  }

  async #checkOne(
    record: DeviceRecord,
    options: SessionOptions,
  ): Promise<{ readonly health: DeviceHealth; readonly login: 'proven' | 'refused' | null }> {
    const { logins, clock } = this.#options;
    // A stranger's word is looked at too: that another device is there is what there is to tell.
    const session = await logins.session(record, { ...options, isAnyone: true });
    if ('kind' in session) {
      const health = healthOfFailure(session, clock.now());
      this.#keep(record, health);
      return { health, login: null };
    }
    const seen = await examineDevice({
      session,
      now: () => clock.now(),
      isRecorder: kindOf(record, currentFacts(record.sources)) === 'recorder',
      isExpected: (serial) => isExpected(record, serial),
    });
    const health = this.#judge(record, seen);
    this.#keep(record, health);
    return { health, login: session.login };
  }

  #judge(record: DeviceRecord, seen: Examination): DeviceHealth {
    const at = this.#options.clock.now();
    const info = valueIn(seen.reading.deviceInfo);
    const serial = info?.serial ?? null;
    if (!isExpected(record, serial)) return healthOfStranger(serial, at);
    const health = healthOf(seen, at);
    this.#learn(record, factsOf(seen, health), serial);
    return health;
  }

  /** What could not be read leaves what was read before; its time tells how old it is. */
  #keep({ id }: DeviceRecord, health: DeviceHealth): void {
    const { store, show } = this.#options;
    const before = store.get(id)?.health ?? null;
    if (health.level === null && before !== null) return;
    store.change(id, { health });
    show(id, { health: health.level });
  }

  /** Only of a device that is known by more than its address: else it might be somebody else's facts. */
  #learn(record: DeviceRecord, facts: LearnedFacts, serial: string | null): void {
    const { see, clock, logins } = this.#options;
    const [nic] = record.nics;
    if (record.serial === null && nic === undefined) return;
    const host = logins.target(record)?.host ?? null;
    see({
      source: 'book',
      adapter: null,
      at: clock.now(),
      fromAddress: host !== null && isLanHost(host) ? host : null,
      facts: { ...facts, serial: record.serial ?? serial, mac: nic?.mac ?? facts.mac ?? null },
    });
  }

  #stopped({ shortSerial, address }: DeviceRef): DeviceHealth {
    const params = { device: shortSerial ?? address };
    const stopped = failure({ verdict: 'skipped', reason: 'group-stopped', params });
    return healthOfFailure(stopped, this.#options.clock.now());
  }
}

/** A serial that is not told on one of the two sides speaks against nothing. */
function isExpected({ serial }: DeviceRecord, told: string | null): boolean {
  if (serialKeyOf(serial) === null) return true;
  return (
    isExpectedDevice({ serial: told, mac: null }, { serial: serial ?? '', macs: [] }) !== false
  );
}
