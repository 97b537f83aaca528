import type { DeviceId, DeviceRow } from '../contract/device.ts';
import type { DeviceHealth } from '../contract/login.ts';

/** What is known of one device's logins over HTTP; never a password. */
export interface LoginNotes {
  readonly device: DeviceId;
  /** Certificate of the first use, SHA-256 in lower-case hexadecimal. */
  readonly pin: string | null;
  /** What became of the last login that the device judged. */
  readonly login: DeviceRow['login'];
  /** Epoch ms. */
  readonly loginAt: number | null;
  /** A person's word on the quiet schedule; `null`: none was said. */
  readonly isOn: boolean | null;
  /** As it was read last; `null` also for one that this version cannot read. */
  readonly health: DeviceHealth | null;
}

export type LoginNotesChange = Partial<Omit<LoginNotes, 'device'>>;

export interface LoginStore {
  get(device: DeviceId): LoginNotes | null;
  all(): LoginNotes[];
  /** All without what is large. */
  wishes(): Pick<LoginNotes, 'device' | 'login' | 'isOn'>[];
  /** Devices whose last judged login proved right after this time (epoch ms), and when it did. */
  provenSince(at: number): ReadonlyMap<DeviceId, number>;
  /** Keys that are left out stay as they are. Durable when it returns. */
  change(device: DeviceId, change: LoginNotesChange): void;
  /** Two devices turned out to be one; what is known under `to` stays. */
  move(from: DeviceId, to: DeviceId): void;
}
