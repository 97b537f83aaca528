import type { SimDevice } from '../../../main/simulator/device.ts';
import { createFleet } from '../../../main/simulator/fleet.ts';
import type { DeviceSpec, ReceiveContext } from '../../../main/simulator/types.ts';

export const uuid = '13A2C5C8-1F5F-4E26-8B1C-0242AC120002';

export function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

export function text(data: Uint8Array | undefined): string {
  return new TextDecoder().decode(data);
}

export function request(
  types = 'inquiry',
  options: { uuid?: string; body?: string } = {},
): Uint8Array {
  const id = options.uuid ?? uuid;
  return bytes(
    `<?xml version="1.0" encoding="utf-8"?><Probe><Uuid>${id}</Uuid><Types>${types}</Types>${options.body ?? ''}</Probe>`,
  );
}

export const multicast: ReceiveContext = { to: 'multicast', fromAddress: '192.168.1.10', now: 0 };

export function device(spec: DeviceSpec): SimDevice {
  const [made] = createFleet({ scenario: [spec] }).devices;
  if (made === undefined) throw new Error('no device was made');
  return made;
}

export function answer(spec: DeviceSpec, asked = request()): string {
  return text(device(spec).receive(asked, multicast)[0]?.data);
}

export function elementNames(xml: string): string[] {
  return [...xml.matchAll(/<([A-Za-z]\w*)>[^<]*<\//g)].map((match) => match[1] ?? '');
}

export function element(xml: string, name: string): string | undefined {
  return new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1];
}
