import { isInSubnet, parseIpv4, prefixOfMask } from '../contract/ip.ts';
import type { AdapterInfo } from '../ports/network.ts';
import type { SimDevice } from './device.ts';

export type Reach = (adapterId: string, device: SimDevice) => boolean;

/** A device hangs on the wires its spec names, or on all of them. */
export const usualReach: Reach = (adapterId, device) =>
  device.spec.wires?.includes(adapterId) ?? true;

export function isOnLink(adapter: AdapterInfo, address: string): boolean {
  const value = parseIpv4(address);
  if (value === null) return false;
  return adapter.addresses.some((own) => {
    const base = parseIpv4(own.address);
    return base !== null && isInSubnet(value, base, own.prefix);
  });
}

/** Whether the device, by its own mask, can answer that address without a gateway. */
export function canAnswerDirectly(device: SimDevice, address: string): boolean {
  const value = parseIpv4(address);
  const base = parseIpv4(device.address);
  const prefix = prefixOfMask(device.state.net.mask);
  return value !== null && base !== null && prefix !== null && isInSubnet(value, base, prefix);
}

/** Whether a device takes a datagram sent to the directed broadcast of one of the adapter's subnets. */
export function hearsSubnetBroadcast(adapter: AdapterInfo, device: SimDevice): boolean {
  return isOnLink(adapter, device.address);
}
