import type { Api } from '../../../contract/api.ts';
import type { Device } from '../../../contract/device.ts';
import type { AppErrorShape } from '../../../contract/errors.ts';
import { parseIpv4 } from '../../../contract/ip.ts';
import type { DeviceRef } from '../../../contract/job.ts';
import type { DiscoveryStatus } from '../../../contract/network.ts';
import { interpolate } from '../../../contract/text/interpolate.ts';
import { ask, badInput, CliFailure, type Context, failure, tell } from '../context.ts';
import { deviceLabel } from '../device-text.ts';
import { delay } from '../wait.ts';
import { printable } from '../width.ts';
import { stopped } from './prompt.ts';

type Answer =
  | { readonly ok: true; readonly device: Device }
  | { readonly ok: false; readonly error: AppErrorShape };

/** Answers come within this; most come within the first half second. */
const listenMs = 3000;
/** Until then a second device with the same end of the serial may still turn up. */
const settleMs = 900;
const pollMs = 150;
const maxCandidates = 12;

/** @throws CliFailure when no adapter can listen: then nothing can be sent either */
function checkListening(status: DiscoveryStatus): void {
  if (!status.adapters.some((adapter) => adapter.state === 'listening')) {
    throw failure('network.no-adapter');
  }
}

function candidates(devices: readonly Device[]): string {
  const labels = devices.slice(0, maxCandidates).map(deviceLabel);
  return printable([...labels, ...(devices.length > maxCandidates ? ['…'] : [])].join('; '));
}

/** An address names no device; the devices that have it are told, so that one can be chosen. */
async function refuseAddress(context: Context, api: Api, address: string): Promise<never> {
  const { devices } = await ask(api, 'devices.list', {});
  const there = devices.filter((device) => device.ipv4.address === address);
  const words = context.text.acts.find;
  const params = { address, candidates: candidates(there) || words.nobody };
  throw badInput(interpolate(words.address, params));
}

/**
 * Nothing fits: what is known is told, because the list is what one chooses from. For an address, who has it.
 * @throws CliFailure always
 */
export async function refuseUnknown(
  context: Context,
  api: Api,
  error: AppErrorShape,
): Promise<never> {
  const { devices } = await ask(api, 'devices.list', {});
  const wanted = error.params?.['wanted'];
  const there = devices.filter(({ ipv4 }) => ipv4.address !== null && ipv4.address === wanted);
  const known = candidates(there.length > 0 ? there : devices) || context.text.acts.find.nobody;
  tell(context, context.text.acts.find.known, { devices: known });
  throw new CliFailure({ ...error, detail: `known: ${known}` });
}

async function find(api: Api, wanted: string): Promise<Answer> {
  const envelope = await api.call('devices.find', { wanted });
  if (envelope.ok) return { ok: true, device: envelope.data.device };
  return { ok: false, error: envelope.error };
}

function isHeard(answer: Answer, since: number): boolean {
  return answer.ok && Date.parse(answer.device.seen.last) >= since;
}

async function countHeard(api: Api, since: number): Promise<number> {
  const { devices } = await ask(api, 'devices.list', { includeRemoved: true });
  return devices.filter(({ seen }) => Date.parse(seen.last) >= since).length;
}

/** Asks who is there, and waits until everything in `isEnough` was heard or the time is up. */
async function listenUntil(
  context: Context,
  api: Api,
  { ms, isEnough }: { readonly ms: number; readonly isEnough: () => Promise<boolean> },
): Promise<void> {
  checkListening(await ask(api, 'discovery.probe', {}));
  const startedAt = performance.now();
  for (;;) {
    await delay(pollMs, context.signal);
    if (context.signal.aborted) throw stopped(context);
    const passed = performance.now() - startedAt;
    if (passed >= ms || (passed >= settleMs && (await isEnough()))) return;
  }
}

/** Listens for whoever is there, for commands that look at all devices. */
export function listenToAll(context: Context, api: Api, seconds: number): Promise<void> {
  return listenUntil(context, api, { ms: seconds * 1000, isEnough: async () => false });
}

/** Listens until these devices of a run were heard, as far as they still are in the list. */
export async function listenUntilHeard(
  context: Context,
  api: Api,
  devices: readonly DeviceRef[],
): Promise<void> {
  const since = Date.now();
  const wanted = new Set<string | null>(devices.map(({ serial, mac }) => serial ?? mac));
  const isEnough = async () => {
    const list = await ask(api, 'devices.list', {});
    const open = list.devices.filter(({ serial, mac }) => wanted.has(serial ?? mac));
    return open.every((device) => Date.parse(device.seen.last) >= since);
  };
  await listenUntil(context, api, { ms: listenMs, isEnough });
}

/**
 * Every device that is named, once, heard in this run where it can be: a command needs the adapter by
 * which a device was heard. All are looked up before anything is done to the first.
 * @throws CliFailure for an address, for a name that fits none or several
 */
export async function findDevices(
  context: Context,
  api: Api,
  wanted: readonly string[],
): Promise<readonly Device[]> {
  const names = wanted.map((name) => name.trim());
  if (names.includes('')) throw badInput(context.text.values.device);
  const since = Date.now();
  let answers: Answer[] = [];
  let heard = -1;
  const look = async () => {
    answers = await Promise.all(names.map((name) => find(api, name)));
  };
  // Looked up anew only when somebody else was heard: each miss is a line in the log.
  const isEnough = async () => {
    const now = await countHeard(api, since);
    if (now !== heard) await look();
    heard = now;
    return answers.every((answer) => isHeard(answer, since));
  };
  const address = names.find((name) => parseIpv4(name) !== null);
  await listenUntil(context, api, { ms: listenMs, isEnough });
  if (address !== undefined) return refuseAddress(context, api, address);
  await look();
  const found = new Map<string, Device>();
  for (const answer of answers) {
    if (!answer.ok) {
      if (answer.error.code === 'device.not-found') await refuseUnknown(context, api, answer.error);
      throw new CliFailure(answer.error);
    }
    const { device } = answer;
    if (!isHeard(answer, since)) {
      tell(context, context.text.acts.find.silent, { device: printable(deviceLabel(device)) });
    }
    found.set(device.id, device);
  }
  return [...found.values()];
}

/** @throws CliFailure like {@link findDevices} */
export async function findOne(context: Context, api: Api, wanted: string): Promise<Device> {
  const [device] = await findDevices(context, api, [wanted]);
  if (device === undefined) throw failure('device.not-found', { wanted });
  return device;
}
