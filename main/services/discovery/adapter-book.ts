import type { DeviceId } from '../../contract/device.ts';
import type { AdapterView } from '../../contract/network.ts';
import type { AdapterInfo, ChannelStatus, NetProblem } from '../../ports/network.ts';
import { type AdapterChoice, type AdapterPolicy, chooseAdapter } from './adapter-policy.ts';

const maxAdapters = 128;
const maxDevicesCounted = 20_000;

interface Entry {
  info: AdapterInfo;
  choice: AdapterChoice;
  isPresent: boolean;
  /** What every send of the last search said; `null` as soon as one was taken. */
  sendProblem: NetProblem | null;
  replies: number;
  lastReplyAt: number | null;
  readonly devices: Set<DeviceId>;
}

/** The adapters, which of them are on, and what came by each. One that left stays, marked as gone. */
export class AdapterBook {
  readonly #entries = new Map<string, Entry>();

  /** Takes the system's list. Tells whether an enabled adapter appeared or changed its addresses. */
  update(list: readonly AdapterInfo[], policy: AdapterPolicy): boolean {
    const before = this.#signature();
    for (const entry of this.#entries.values()) entry.isPresent = false;
    for (const info of list) {
      const choice = chooseAdapter(info, policy);
      const entry = this.#entries.get(info.id);
      if (entry !== undefined) Object.assign(entry, { info, choice, isPresent: true });
      else if (this.#entries.size < maxAdapters) this.#entries.set(info.id, newEntry(info, choice));
    }
    this.#forgetGone();
    return this.#signature() !== before;
  }

  /** Present and switched on, with an address or not. */
  enabled(): AdapterInfo[] {
    return [...this.#entries.values()]
      .filter((entry) => entry.isPresent && entry.choice.isEnabled)
      .map((entry) => entry.info);
  }

  /** Those that can really be used now. */
  usable(): AdapterInfo[] {
    return this.enabled().filter((info) => info.addresses.length > 0);
  }

  has(id: string): boolean {
    return this.#entries.has(id);
  }

  noteReply(adapterId: string | null, device: DeviceId | null, at: number): void {
    const entry = adapterId === null ? undefined : this.#entries.get(adapterId);
    if (entry === undefined) return;
    entry.replies += 1;
    entry.lastReplyAt = at;
    if (device !== null && entry.devices.size < maxDevicesCounted) entry.devices.add(device);
  }

  noteSend(adapterId: string, problem: NetProblem | null): void {
    const entry = this.#entries.get(adapterId);
    if (entry !== undefined) entry.sendProblem = problem;
  }

  views(channel: ChannelStatus | null): AdapterView[] {
    return [...this.#entries.values()].map((entry) => ({
      id: entry.info.id,
      name: entry.info.name,
      kind: entry.info.kind,
      kindReason: entry.info.kindReason,
      mac: entry.info.mac,
      addresses: entry.info.addresses.map(({ address, netmask, prefix }) => ({
        address,
        netmask,
        prefix,
      })),
      enabled: entry.choice.isEnabled,
      enabledBy: entry.choice.by,
      ...stateOf(entry, channel),
      replies: entry.replies,
      devices: entry.devices.size,
      lastReplyAt: entry.lastReplyAt,
    }));
  }

  /** An adapter that left without ever being of use is of no interest; a full book drops the rest too. */
  #forgetGone(): void {
    for (const [id, entry] of this.#entries) {
      const isKept = entry.replies > 0 && this.#entries.size < maxAdapters;
      if (!entry.isPresent && (!entry.choice.isEnabled || !isKept)) this.#entries.delete(id);
    }
  }

  #signature(): string {
    return this.usable()
      .map((info) => `${info.id}=${info.addresses.map((one) => one.address).join(',')}`)
      .sort()
      .join(';');
  }
}

function newEntry(info: AdapterInfo, choice: AdapterChoice): Entry {
  return {
    info,
    choice,
    isPresent: true,
    sendProblem: null,
    replies: 0,
    lastReplyAt: null,
    devices: new Set(),
  };
}

type State = Pick<AdapterView, 'state' | 'problem'>;

function stateOf(entry: Entry, channel: ChannelStatus | null): State {
  if (!entry.isPresent) return { state: 'gone', problem: 'gone' };
  if (!entry.choice.isEnabled) return { state: 'off', problem: null };
  if (entry.info.addresses.length === 0) return { state: 'failed', problem: 'no-ipv4' };
  if (channel === null) return { state: 'off', problem: null };
  const own = channel.adapters.find((one) => one.id === entry.info.id);
  const problem = own?.problem ?? entry.sendProblem;
  if (problem !== null && problem !== undefined) {
    return { state: 'failed', problem: problem === 'no-route' ? 'send-failed' : problem };
  }
  return own?.isListening === true
    ? { state: 'listening', problem: null }
    : { state: 'failed', problem: 'bind-failed' };
}
