import { expect } from 'vitest';
import type { MethodInput } from '../../../main/contract/methods.ts';
import type { DeviceSpec } from '../../../main/simulator/types.ts';
import { type AppRig, type AppRigOptions, createAppRig, inTime } from '../../helpers/app-rig.ts';
import { createMemoryVault, type MemoryVault } from '../../helpers/memory-vault.ts';
import { testCrypto } from '../../helpers/test-crypto.ts';

export const camera: DeviceSpec = {
  model: 'DS-2CD2143G2-I',
  serial: 'DS-2CD2143G2-I20230101AAWRK00000001',
  mac: '44:19:b6:00:00:01',
  address: '192.168.1.20',
  dnsName: 'cam1.training.lan',
};

export interface BookRig extends AppRig {
  readonly vault: MemoryVault;
  /** Names that were looked up, in order. */
  readonly lookups: string[];
  add(input: MethodInput<'book.add'>): Promise<Awaited<ReturnType<typeof addTo>>>;
}

/** Keeps what a person typed, as the vault does. */
function createBookVault(): MemoryVault {
  const vault = createMemoryVault();
  const { offer } = vault;
  vault.offer = async (device, given, state) => {
    await offer(device, given, state);
    if (typeof given !== 'string') vault.saved.set(device, given);
  };
  return vault;
}

const addTo = (rig: AppRig, input: MethodInput<'book.add'>) => rig.ask('book.add', input);

export function createBookRig(
  devices: readonly DeviceSpec[] = [camera],
  options: Pick<AppRigOptions, 'store'> = {},
): BookRig {
  const vault = createBookVault();
  const rig = createAppRig({ devices, config: { vault, crypto: testCrypto }, ...options });
  const lookups: string[] = [];
  const { resolve } = rig.fleet;
  rig.fleet.resolve = (name) => {
    lookups.push(name);
    return resolve.call(rig.fleet, name);
  };
  return { ...rig, vault, lookups, add: (input) => addTo(rig, input) };
}

/** Expects the call to be refused, and gives back the whole answer. */
export async function refusal(rig: AppRig, call: ReturnType<AppRig['api']['callUnknown']>) {
  const envelope = await inTime(rig.clock, call);
  expect(envelope.ok).toBe(false);
  return envelope.ok ? null : envelope.error;
}

export const signed = ({ http }: AppRig) => http.sent.filter(({ isSigned }) => isSigned);

export async function discover(rig: AppRig): Promise<void> {
  await rig.ask('discovery.probe', {});
  await rig.clock.advance(3000);
}
