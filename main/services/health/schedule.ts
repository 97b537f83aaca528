import type { DeviceId, DeviceRow } from '../../contract/device.ts';
import type { DeviceRecord } from '../../domain/record.ts';
import type { Clock, Timer } from '../../ports/clock.ts';
import type { Log } from '../../ports/log.ts';
import type { Random } from '../../ports/random.ts';
import { decodeActivateStatus } from '../../protocol/isapi/activate-status.ts';
import { paths } from '../../protocol/isapi/paths.ts';
import { textOf } from '../../protocol/isapi/read.ts';
import type { LoginNotes, LoginStore } from '../../store/login-types.ts';
import type { Logins } from '../login/logins.ts';
import type { Health } from './health.ts';
import { healthOfInactive } from './map.ts';

export interface ScheduleOptions {
  readonly health: Health;
  readonly logins: Logins;
  readonly store: LoginStore;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  readonly record: (id: DeviceId) => DeviceRecord | undefined;
  readonly row: (id: DeviceId) => Pick<DeviceRow, 'presence' | 'removedAt' | 'flags'> | undefined;
  /** A job has this device in its hands. */
  readonly isBusy: (id: DeviceId) => boolean;
  /** `false` on the command line: a program that ends looks at nothing by itself. */
  readonly isRunning: boolean;
}

export const periodMs = 15 * 60_000;
const tickMs = 20_000;
/** Up to so much earlier or later, so that devices spread and stay spread. */
const jitterMs = 3 * 60_000;

type Wish = Pick<LoginNotes, 'login' | 'isOn'>;

/**
 * Looks at devices every quarter of an hour without anybody asking: one at a time, with the saved login. A
 * device that refused it is only asked, without a login, whether it was reset, until a person proves a login
 * again. So a wrong password is never sent twice by itself.
 */
export class Schedule {
  readonly #options: ScheduleOptions;
  readonly #nextAt = new Map<DeviceId, number>();
  #timer: Timer | null = null;
  #isLooking = false;

  constructor(options: ScheduleOptions) {
    this.#options = options;
  }

  start(): void {
    const { clock, isRunning } = this.#options;
    if (isRunning) this.#timer ??= clock.every(tickMs, () => void this.#tick());
  }

  stop(): void {
    this.#timer?.cancel();
    this.#timer = null;
  }

  setOn(ids: readonly DeviceId[], isOn: boolean): void {
    for (const id of ids) {
      this.#options.store.change(id, { isOn });
      this.#nextAt.delete(id);
    }
  }

  isOn(id: DeviceId): boolean {
    const notes = this.#options.store.get(id);
    return notes !== null && isOn(notes);
  }

  /** Epoch ms; `null` while it is off, or not yet planned. */
  nextAt(id: DeviceId): number | null {
    return this.#timer !== null && this.isOn(id) ? (this.#nextAt.get(id) ?? null) : null;
  }

  async #tick(): Promise<void> {
    if (this.#isLooking) return;
    this.#isLooking = true;
    try {
      const next = this.#due();
      if (next !== null) await this.#look(next.record, next.wish);
    } catch (error) {
      const { log } = this.#options;
      log.warn(() => 'a quiet look at a device failed', { error: String(error) });
    } finally {
      this.#isLooking = false;
    }
  }

  /** The one that waits longest of those whose time has come. */
  #due(): { readonly record: DeviceRecord; readonly wish: Wish } | null {
    const { store, clock, record } = this.#options;
    const now = clock.now();
    let best: { readonly id: DeviceId; readonly at: number; readonly wish: Wish } | null = null;
    for (const wish of store.wishes()) {
      const { device: id } = wish;
      if (!isOn(wish)) {
        this.#nextAt.delete(id);
        continue;
      }
      const at = this.#plannedAt(id, now);
      if (at > now || (best !== null && at >= best.at) || !this.#isFree(id)) continue;
      best = { id, at, wish };
    }
    const found = best === null ? undefined : record(best.id);
    return best === null || found === undefined ? null : { record: found, wish: best.wish };
  }

  /** A device that is new here gets a place somewhere in the next period. */
  #plannedAt(id: DeviceId, now: number): number {
    const planned = this.#nextAt.get(id);
    // A clock that was set back would keep it waiting for good.
    if (planned !== undefined && planned <= now + periodMs + jitterMs) return planned;
    const first = now + Math.floor(this.#share() * periodMs);
    this.#nextAt.set(id, first);
    return first;
  }

  #isFree(id: DeviceId): boolean {
    const { row, record, isBusy } = this.#options;
    const shown = row(id);
    if (shown === undefined || shown.removedAt !== null || isBusy(id)) return false;
    // At a shared address another device might get the password.
    if (shown.flags.includes('duplicate-address')) return false;
    const isThere = shown.presence === 'online' || shown.presence === 'stale';
    return isThere || (record(id)?.book ?? null) !== null;
  }

  async #look(record: DeviceRecord, { login }: Wish): Promise<void> {
    const { clock, health, logins } = this.#options;
    const spread = Math.floor((this.#share() * 2 - 1) * jitterMs);
    this.#nextAt.set(record.id, clock.now() + periodMs + spread);
    if (login === 'refused') await this.#probe(record);
    else if (await logins.hasSaved(record)) await health.checkQuietly(record);
  }

  async #probe(record: DeviceRecord): Promise<void> {
    const { logins, health, clock } = this.#options;
    const target = logins.target(record);
    if (target === null) return;
    const result = await logins.plain(target, paths.activateStatus);
    if (result.kind !== 'ok') return;
    const text = textOf(result.body);
    const status = text.ok ? decodeActivateStatus(text.value) : null;
    if (status?.ok === true && status.activated === false) {
      health.noteInactive(record, healthOfInactive(clock.now()));
    }
  }

  /** From 0 up to 1. */
  #share(): number {
    const [high = 0, low = 0] = this.#options.random.bytes(2);
    return (high * 256 + low) / 65_536;
  }
}

/** On by itself where a login was proven once; a person's word outranks that. */
function isOn({ isOn, login }: Wish): boolean {
  return isOn ?? (login === 'proven' || login === 'refused');
}
