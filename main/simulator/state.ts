import type { Abilities } from './abilities.ts';
import type { Account } from './account.ts';
import type { CertificateName } from './certificates.ts';
import type { Exchange } from './exchange.ts';
import type { Lock } from './lock.ts';
import type { Model } from './models.ts';
import type {
  CloudState,
  DiskStatus,
  ExchangeForm,
  Quirk,
  RefusalDetail,
  SadpMode,
  UserLevel,
} from './types.ts';

export interface NetSettings {
  address: string;
  mask: string;
  gateway: string;
  isDhcp: boolean;
  ipv6Address: string;
  ipv6Gateway: string;
  ipv6Prefix: number;
}

export interface Ports {
  http: number;
  https: number;
  command: number;
  tls: number;
  rtsp: number;
}

export const factoryPorts: Readonly<Ports> = {
  http: 80,
  https: 443,
  command: 8000,
  tls: 8443,
  rtsp: 554,
};

/**
 * Everything about a device that can change, in one place, so that a handler of a later command (update,
 * activate, unbind) changes exactly this and every answer follows.
 */
export interface DeviceState {
  power: 'off' | 'booting' | 'up';
  /** While booting: when it will be up. */
  dueAt: number;
  bootedAt: number;
  bootCount: number;
  net: NetSettings;
  ports: Ports;
  isActivated: boolean;
  cloud: CloudState;
  sadp: SadpMode;
  isOnvifOn: boolean;
  /** `null` until somebody sets a password, and after it was taken away. */
  account: Account | null;
  lock: Lock;
  /** The last exchange that no command has used up. */
  exchange: Exchange | null;
  /** Whether this device reaches the cloud while the site has Internet. */
  isCloudOnline: boolean;
  /** Epoch ms at which it comes online by itself; `null` while it was not asked, or when it never does. */
  cloudOnlineAt: number | null;
  /** Bound to an account although `cloud` cannot say so: it is switched off, or does not tell. */
  isSecretlyBound: boolean;
  /** The firmware does not tell whether it is bound, or stopped telling. */
  isBindUntold: boolean;
  /** The last password-reset request that it gave out; only an answer to this one counts. */
  resetRequest: { readonly text: string; readonly at: number; readonly bootCount: number } | null;
  verificationCode: string;
  isLampOn: boolean;
  /** What its HTTPS shows; swapped when somebody installs another. */
  certificate: CertificateName;
  deviceName: string;
  telecontrolId: string;
  time: DeviceTime;
  /** Primary and secondary; `0.0.0.0` for none. */
  dns: readonly [string, string];
  isHttpsOn: boolean;
  isBonjourOn: boolean;
  /** What it thinks of its own password. */
  isRiskPassword: boolean;
  /** Everybody beside the administrator; ids from 2. */
  users: readonly DeviceUser[];
  /** Cameras of a recorder, by number. */
  channels: readonly RecorderChannel[];
}

export interface DeviceTime {
  mode: 'NTP' | 'manual';
  /** POSIX: `CST-8:00:00` is eight hours east. */
  zone: string;
  /** Ahead of the site's clock, ms. */
  skewMs: number;
}

export interface DeviceUser {
  readonly id: number;
  readonly level: UserLevel;
  readonly account: Account;
}

export interface RecorderChannel {
  readonly id: number;
  name: string;
  protocol: string;
  /** One of the two; the other is `null`. */
  address: string | null;
  hostName: string | null;
  port: number;
  sourceInput: number;
  userName: string;
  /** `null`: lost, by an edit that did not bring it again. */
  password: string | null;
  isPlugAndPlay: boolean;
  /** What the camera told when it was last reached, or what the spec makes the recorder tell. */
  learned: LearnedCamera | null;
  readonly toldSerial: string | null;
}

export interface LearnedCamera {
  readonly model: string;
  readonly serial: string;
  readonly firmware: string;
}

/** What never changes about a device. */
export interface DeviceIdentity {
  readonly model: Model;
  readonly serial: string;
  /** `aa:bb:cc:dd:ee:ff`; how it is spelled on the wire is the personality's business. */
  readonly mac: string;
  readonly firmware: string;
  readonly quirks: ReadonlySet<Quirk>;
  readonly abilities: Abilities;
  readonly encrypt: boolean | null;
  readonly refusals: RefusalDetail;
  readonly exchange: ExchangeForm;
  readonly vendorCode: string;
  /** See `DeviceSpec.told`. */
  readonly told: Readonly<Record<string, string | null>>;
  readonly clock: 'lost' | number;
  readonly hiddenCameras: number;
  /** `null`: as many as the model has, all well. */
  readonly disks: readonly DiskStatus[] | null;
}

export interface DeviceView {
  readonly identity: DeviceIdentity;
  readonly state: DeviceState;
}

/** Whether an account holds it, whatever it tells about that. */
export function isBound(state: Pick<DeviceState, 'cloud' | 'isSecretlyBound'>): boolean {
  return state.cloud === 'bound' || state.isSecretlyBound;
}

/** `YYYY-MM-DD HH:MM:SS` on the device's own clock, without a zone: all a device ever tells. */
export function bootTimeText(view: DeviceView): string {
  const { clock, mac } = view.identity;
  const lost = (): number => {
    // Without a battery the clock starts at 1970 and is set later; what it read at boot differs a little each time.
    const tail = Number.parseInt(mac.slice(-5).replace(':', ''), 16);
    const days = view.state.bootCount === 0 ? tail % 60 : 0;
    return days * 86_400_000 + ((tail * 37 + view.state.bootCount * 6_151) % 86_400) * 1000;
  };
  const at = clock === 'lost' ? lost() : view.state.bootedAt + clock;
  return new Date(at).toISOString().slice(0, 19).replace('T', ' ');
}
