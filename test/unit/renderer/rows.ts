import type { DeviceId, DeviceRow } from '../../../main/contract/device.ts';

const base: Omit<DeviceRow, 'id'> = {
  serial: null,
  shortSerial: null,
  model: null,
  mac: null,
  ipv4Address: null,
  ipv4Mask: null,
  ipv4Gateway: null,
  dhcpEnabled: null,
  dhcpSupported: null,
  ipv6Address: null,
  ipv6Gateway: null,
  ipv6Prefix: null,
  ipv6Supported: null,
  ipv6Modifiable: null,
  commandPort: null,
  httpPort: null,
  httpsPort: null,
  sdkOverTlsPort: null,
  analogChannels: null,
  digitalChannels: null,
  firmware: null,
  dsp: null,
  bootTime: null,
  activated: null,
  cloudSupported: null,
  cloudEnabled: null,
  cloudBound: null,
  unbindSupported: null,
  oemInfo: null,
  name: null,
  note: null,
  bookHost: null,
  login: null,
  health: null,
  openCase: null,
  kind: 'camera',
  vendor: 'hikvision',
  generation: null,
  presence: 'online',
  flags: [],
  sameAddress: 0,
  via: [],
  firstSeenAt: 0,
  lastSeenAt: 0,
  restartedAt: null,
  lockedUntil: null,
  attemptsLeft: null,
  removedAt: null,
};

export function id(text: string): DeviceId {
  return text as DeviceId;
}

/** A row with nothing known but what is given. */
export function row(name: string, patch: Partial<DeviceRow> = {}): DeviceRow {
  return { ...base, id: id(name), ...patch };
}

/** Timers that fire when the test says so. */
export function fakeTimers() {
  let now = 0;
  let queue: { at: number; run: () => void; id: number }[] = [];
  let lastId = 0;
  return {
    now: () => now,
    setTimer(run: () => void, ms: number): number {
      lastId += 1;
      queue.push({ at: now + ms, run, id: lastId });
      return lastId;
    },
    clearTimer(timer: number) {
      queue = queue.filter((entry) => entry.id !== timer);
    },
    pending: () => queue.length,
    pass(ms: number) {
      const end = now + ms;
      for (;;) {
        const next = queue.filter((entry) => entry.at <= end).sort((a, b) => a.at - b.at)[0];
        if (next === undefined) break;
        queue = queue.filter((entry) => entry !== next);
        now = Math.max(now, next.at);
        next.run();
      }
      now = end;
    },
  };
}

/** Lets promises that are already settled run their followers. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
}
