import type { Rng } from '../rng.ts';
import type { DeviceSpec } from '../types.ts';
import { AddressPool, adapterAddress, ordinaryDevice, type Site } from './site.ts';

/** Where the ground floor's addresses begin; the lobby has them in its order. */
const firstGround = 20;
const groundAddress = (nth: number): string => `192.168.1.${firstGround + nth}`;

const lobby: readonly DeviceSpec[] = [
  {
    ...{ model: 'DS-7732NXI-K4', cloud: 'on', dnsName: 'nvr.training.lan' },
    channels: [
      { address: groundAddress(3), name: 'Reception' },
      { address: groundAddress(4), name: 'Bar' },
      // Its address and what it tells as the serial belong to two cameras, as on some recorders.
      {
        address: groundAddress(7),
        name: 'Kitchen',
        toldSerial: 'DS-2CD2345FWD-I20190101AAWRC00000001',
      },
      { address: groundAddress(9), name: 'Garage', password: 'Before-2024' },
      { address: '192.168.1.199', name: 'Pool' },
      { hostName: 'cam7.training.lan', name: 'Gate' },
    ],
  },
  {
    ...{ model: 'DS-7616NI-I2/16P', cloud: 'bound', hiddenCameras: 12 },
    channels: [{ address: groundAddress(6), name: 'Lift' }],
  },
  {
    ...{ model: 'DS-7208HUHI-K1', cloud: 'off', disks: ['unformatted'] },
    channels: [{ address: groundAddress(13), name: 'Car park' }],
  },
  {
    ...{ model: 'DS-2CD2385G1-I', cloud: 'off', answers: 'both', deviceClock: 'lost' },
    ...{ dnsName: 'cam1.training.lan' },
  },
  { model: 'DS-2CD2385G1-I', cloud: 'on' },
  {
    model: 'DS-2CD2320D-I',
    isDhcp: true,
    ipv6Address: 'fd00:20::64',
    cloud: 'off',
    isRiskPassword: true,
  },
  { model: 'DS-2CD5026EFWD-A', cloud: 'off', clockSkewMs: -5_400_000 },
  { model: 'DS-2CD2345FWD-I', cloud: 'on', answers: 'both' },
  { model: 'DS-2CD2345FWD-I', cloud: 'bound' },
  { model: 'DS-2CD2143G2-I', cloud: 'bound', answers: 'both' },
  { model: 'DS-2CD2143G2-I', cloud: 'on', dnsName: 'cam7.training.lan' },
  { model: 'DS-2CD2347G2-LU', cloud: 'unknown', answers: 'both' },
  { model: 'DS-2CD2347G2-LU', cloud: 'bound', quirks: ['oversize'] },
  { model: 'DS-2DE4425IW-DE', cloud: 'off', webFaults: ['slow'] },
  { model: 'DS-2TD2617-3/V1', cloud: 'off' },
  { model: 'DS-2CD2432F-IW' },
  { model: 'DS-2CD2132-I', deviceClock: 'lost' },
  { model: 'I81EM', cloud: 'on' },
  { model: 'CMIP1043W-28M', cloud: 'off', quirks: ['colon-mac', 'unescaped-ampersand'] },
  { model: 'IPC-T240H', cloud: 'on', quirks: ['colon-mac', 'crlf', 'trailing-nul'] },
  { model: 'CS-C3W-A0-3H4WFRL', isDhcp: true, cloud: 'bound' },
  { model: 'CS-C6N-A0-1C2WFR', isDhcp: true, cloud: 'on', quirks: ['missing-fields'] },
  { model: 'DS-PWA96-M-WE', cloud: 'bound' },
  { model: 'DS-2CD2T47G2-L', cloud: 'on', faults: [{ kind: 'duplicate' }] },
  { model: 'DS-2CD2T47G2-L', cloud: 'bound', faults: [{ kind: 'late', percent: 60 }] },
  { model: 'DS-2CD2345FWD-I', cloud: 'off', faults: [{ kind: 'garbled', percent: 30 }] },
  {
    model: 'DS-2CD2087G2H-LIU',
    cloud: 'on',
    isDhcp: true,
    faults: [{ kind: 'deaf', percent: 30 }],
  },
  // Only a sweep finds these two; the last two are not of the family.
  { model: 'DS-2CD2345FWD-I', cloud: 'off', sadp: 'off' },
  { model: 'DS-2CD812P-IR', sadp: 'link-layer' },
  { model: 'router-web' },
  { model: 'Acme IPC-200' },
];

/** Fresh from the box, and one that a visitor left with an address of another site. */
const unset: readonly DeviceSpec[] = [
  { model: 'DS-2CD2143G2-I', isActivated: false, cloud: 'off', address: '192.168.1.64' },
  { model: 'DS-2CD2347G2-LU', isActivated: false, cloud: 'off', address: '192.168.1.64' },
  { model: 'DS-2CD2385G1-I', cloud: 'off', address: '10.9.9.64', gateway: '10.9.9.1' },
];

const floorIntercoms: readonly DeviceSpec[] = [
  'DS-KV6113-WPE1',
  ...Array.from({ length: 5 }, () => 'DS-KH6320-WTE1'),
  'DS-KH6210-L',
  'DS-KH6210-L',
].map((model) => ({ model }));

const floorModels = [
  'DS-2CD2143G2-I',
  'DS-2CD2345FWD-I',
  'DS-2CD2347G2-LU',
  'DS-2CD2385G1-I',
] as const;
/** By position: what makes unbinding a hotel a lesson. */
const floorTrouble: Readonly<Record<number, Partial<DeviceSpec>>> = {
  0: { model: 'DS-2CD2143G2-I', cloud: 'bound', isCloudOnline: false },
  1: { model: 'DS-2CD2347G2-LU', cloud: 'bound', cloudOnlineAfterMs: 90_000 },
  2: { model: 'DS-2CD2143G2-I', cloud: 'bound', acts: [{ act: 'areas-differ', on: ['ezvizUnbind'] }] },
  3: { model: 'DS-2CD2347G2-LU', cloud: 'bound', acts: [{ act: 'lies', on: ['ezvizUnbind'] }] },
  4: { model: 'DS-2CD2143G2-I', cloud: 'bound', acts: ['bind-untold'] },
  5: { model: 'DS-2CD2347G2-LU', cloud: 'bound', lockedForMs: 1_500_000, isLockToldByStatus: true },
  6: { model: 'DS-2CD2143G2-I', cloud: 'bound', acts: ['silent-done'] },
  7: { model: 'DS-2CD2385G1-I', cloud: 'off', acts: [{ act: 'lies', on: ['update'] }] },
  8: { model: 'DS-2CD2143G2-I', cloud: 'bound', password: 'Somebody2019' },
}; // biome-ignore format: one line a device
const usual = 60;

/** A hotel: lobby and back office in 192.168.1.0/24, the floors in 192.168.2.0/24, one device of elsewhere. */
export function hotel(rng: Rng, count = usual): Site {
  const ground = new AddressPool('192.168.1', { firstHost: firstGround });
  const floors = new AddressPool('192.168.2', { firstHost: 20 });
  const floorCameras = Array.from(
    { length: usual - lobby.length - unset.length - floorIntercoms.length },
    (_, index): DeviceSpec => ({
      model: rng.pick(floorModels),
      cloud: rng.pick(['off', 'on', 'bound', 'bound']),
      ...floorTrouble[index],
    }),
  );
  const base = [
    // The unset ones come early so that a smaller hotel has them too.
    ...unset,
    ...lobby.map((spec) => ({ ...spec, ...ground.next() })),
    ...[...floorIntercoms, ...floorCameras].map((spec) => ({ ...spec, ...floors.next() })),
  ];
  const more = Array.from({ length: Math.max(0, count - base.length) }, () => ({
    ...ordinaryDevice(rng),
    ...floors.next(),
  }));
  return {
    specs: [...base, ...more].slice(0, count),
    adapterAddresses: [adapterAddress('192.168.1.10', 24), adapterAddress('192.168.2.10', 24)],
  };
}
