import { trainingPassword } from './account.ts';
import { usualName, zoneOf } from './build.ts';
import { type DeviceView, factoryPorts } from './state.ts';

/**
 * How much goes: `full` everything; `basic` all but the network, and by most manuals the users; `other` all but
 * network and users. What the cloud knows of the device lives on its servers and is never touched.
 */
export type ResetMode = 'full' | 'basic' | 'other';

export interface ResetSite {
  /** An address from the site's DHCP server; `null` when it has none. */
  readonly lease: () => string | null;
  /** `null`: as at the factory, without any. */
  readonly setPassword: (password: string | null) => void;
  readonly isUserKept: boolean;
}

/** Sets back what the mode says. The device boots after this; who calls sees to it. */
export function resetSettings(
  { identity, state }: DeviceView,
  mode: ResetMode,
  site: ResetSite,
): void {
  const { model } = identity;
  Object.assign(state.lock, { wrong: 0, until: 0, pendingMs: 0 });
  if (state.sadp === 'off') state.sadp = 'on';
  state.isOnvifOn = model.isOnvifOn ?? false;
  state.deviceName = usualName(model);
  state.telecontrolId = '88';
  state.time = { ...state.time, mode: 'NTP', zone: zoneOf(identity.clock) };
  // Cameras on its own ports are found again when it boots.
  state.channels = state.channels.filter(({ isPlugAndPlay }) => isPlugAndPlay);
  if (!site.isUserKept || mode === 'full') state.users = [];
  if (mode !== 'full') return;
  // Firmware from before activation goes back to its printed default password and stays usable.
  const isEver = model.personality === 'camera-plain' || model.personality === 'ezviz';
  site.setPassword(isEver ? trainingPassword : null);
  resetNetwork({ identity, state }, site);
}

function resetNetwork({ identity, state }: DeviceView, { lease }: ResetSite): void {
  const { factoryAddress } = identity.model;
  const isDhcp = factoryAddress === 'dhcp';
  const leased = isDhcp ? lease() : null;
  const fallback = isDhcp ? '192.168.1.64' : factoryAddress;
  Object.assign(state.ports, factoryPorts);
  Object.assign(state.net, {
    address: leased ?? fallback,
    mask: '255.255.255.0',
    gateway: leased === null ? fallback.replace(/\.\d+$/, '.1') : state.net.gateway,
    isDhcp,
    ipv6Address: '::',
  });
  Object.assign(state, { isHttpsOn: true, isBonjourOn: true, dns: [state.net.gateway, '0.0.0.0'] });
}
