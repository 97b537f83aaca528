import type { Model } from './models.ts';
import type { CloudState, Quirk, SadpMode } from './types.ts';

export interface NetSettings {
  address: string;
  mask: string;
  gateway: string;
  isDhcp: boolean;
  ipv6Address: string;
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
  salt: string;
  salt2: string;
}

/** What never changes about a device. */
export interface DeviceIdentity {
  readonly model: Model;
  readonly serial: string;
  /** `aa:bb:cc:dd:ee:ff`; how it is spelled on the wire is the personality's business. */
  readonly mac: string;
  readonly firmware: string;
  readonly quirks: ReadonlySet<Quirk>;
  readonly clock: 'lost' | number;
  readonly hiddenCameras: number;
}

export interface DeviceView {
  readonly identity: DeviceIdentity;
  readonly state: DeviceState;
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
