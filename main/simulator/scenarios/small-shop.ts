import type { Rng } from '../rng.ts';
import type { DeviceSpec } from '../types.ts';
import { AddressPool, adapterAddress, ordinaryDevice, type Site } from './site.ts';

/** A shop with six devices: one recorder, three cameras, two of them fresh from the box, one cloud camera, one OEM. */
const shop: readonly DeviceSpec[] = [
  {
    ...{ model: 'DS-7608NI-K2/8P', address: '192.168.1.20', cloud: 'bound', hiddenCameras: 2 },
    dnsName: 'nvr.training.lan',
    disks: ['ok', 'error'],
    channels: [
      { address: '192.168.1.101', name: 'Entrance' },
      // Somebody changed that camera's password and forgot the recorder.
      { address: '192.168.1.102', name: 'Till', password: 'Before-2024' },
      { address: '192.168.1.150', name: 'Yard' },
    ],
  },
  {
    ...{ model: 'DS-2CD2385G1-I', address: '192.168.1.101', cloud: 'off', answers: 'both' },
    dnsName: 'cam1.training.lan',
  },
  { model: 'DS-2CD2143G2-I', isActivated: false, cloud: 'off', answers: 'both', uptimeMs: 540_000 },
  { model: 'DS-2CD2345FWD-I', cloud: 'on', uptimeMs: 420_000, deviceClock: 'lost' },
  { model: 'CS-C3W-A0-3H4WFRL', address: '192.168.1.131', isDhcp: true, cloud: 'bound' },
  { model: 'I81EM', address: '192.168.1.102', cloud: 'on' },
];

export function smallShop(rng: Rng, count = shop.length): Site {
  const pool = new AddressPool('192.168.1', { firstHost: 140 });
  const more = Array.from({ length: Math.max(0, count - shop.length) }, () => ({
    ...ordinaryDevice(rng),
    ...pool.next(),
  }));
  return {
    specs: [...shop, ...more].slice(0, count),
    adapterAddresses: [adapterAddress('192.168.1.10', 24)],
  };
}
