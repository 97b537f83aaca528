import type { Api } from '../../../contract/api.ts';
import type { Device, DeviceKind } from '../../../contract/device.ts';
import { normalizeMac } from '../../../contract/ip.ts';
import { fill } from '../../problems.ts';
import { ask, badInput, type Context, failure, type Outcome, withCore } from '../context.ts';
import { deviceDetailText } from '../device-detail.ts';
import { deviceLabel, deviceTable } from '../device-text.ts';

async function siteName(api: Api): Promise<string> {
  const { sites } = await ask(api, 'sites.list', {});
  return sites.find((site) => site.isCurrent)?.name ?? '';
}

/** `devices list` */
export function listDevices(
  context: Context,
  options: { readonly includeRemoved: boolean },
): Promise<Outcome> {
  return withCore(context, 'manual', async ({ api }) => {
    const { devices } = await ask(api, 'devices.list', options);
    const params = { devices: devices.length, site: await siteName(api) };
    const { none, summary } = context.text.devices;
    const list = () => deviceTable(devices, context.locale, context.terminal);
    return {
      data: { devices },
      human: devices.length === 0 ? fill(none, params) : `${list()}\n\n${fill(summary, params)}`,
    };
  });
}

/** @throws CliFailure when a name is too short to be one */
function checkName(context: Context, wanted: string): void {
  if (wanted.trim() === '') throw badInput(context.text.values.device);
}

async function find(context: Context, api: Api, wanted: string): Promise<Device> {
  checkName(context, wanted);
  return (await ask(api, 'devices.find', { wanted })).device;
}

/** `devices show` */
export function showDevice(context: Context, wanted: string): Promise<Outcome> {
  return withCore(context, 'manual', async ({ api }) => {
    const device = await find(context, api, wanted);
    const detail = await ask(api, 'devices.get', { id: device.id });
    return { data: { device }, human: deviceDetailText(context, device, detail) };
  });
}

export interface EditOptions {
  readonly name: string | undefined;
  readonly note: string | undefined;
  readonly type: DeviceKind | 'auto' | undefined;
}

/** What the options say, in the core's words: an empty text clears, `auto` goes back to the device's own. */
function changes({ name, note, type }: EditOptions) {
  return {
    ...(name === undefined ? {} : { name: name.trim() === '' ? null : name }),
    ...(note === undefined ? {} : { note: note === '' ? null : note }),
    ...(type === undefined ? {} : { kind: type === 'auto' ? null : type }),
  };
}

/** `devices edit` */
export function editDevice(
  context: Context,
  wanted: string,
  options: EditOptions,
): Promise<Outcome> {
  const patch = changes(options);
  if (Object.keys(patch).length === 0) {
    return Promise.reject(badInput(context.text.values.nothingToEdit));
  }
  return withCore(context, 'manual', async ({ api }) => {
    const { id } = await find(context, api, wanted);
    await ask(api, 'devices.edit', { id, ...patch });
    const device = (await ask(api, 'devices.list', {})).devices.find((each) => each.id === id);
    if (device === undefined) throw failure('device.not-found', { wanted });
    const human = fill(context.text.devices.edited, { device: deviceLabel(device) });
    return { data: { device }, human };
  });
}

function lines(text: string, devices: readonly Device[]): string {
  return devices.map((device) => fill(text, { device: deviceLabel(device) })).join('\n');
}

/** `devices remove`: every name is looked up before anything is removed. */
export function removeDevices(context: Context, wanted: readonly string[]): Promise<Outcome> {
  return withCore(context, 'manual', async ({ api }) => {
    const devices: Device[] = [];
    for (const each of wanted) devices.push(await find(context, api, each));
    await ask(api, 'devices.remove', { ids: devices.map((device) => device.id) });
    return { data: { devices }, human: lines(context.text.devices.removed, devices) };
  });
}

function isMeant(device: Device, wanted: string): boolean {
  const text = wanted.trim().toLowerCase();
  const serial = device.serial?.toLowerCase();
  const isTail = text.length >= 4 && serial?.endsWith(text) === true;
  const isMac = device.mac !== null && normalizeMac(wanted) === device.mac;
  return isTail || isMac || device.name?.toLowerCase() === text || device.id === wanted;
}

/** Removed devices are not among those that `devices.find` looks at, so they are looked for here. */
function findRemoved(all: readonly Device[], kept: ReadonlySet<string>, wanted: string): Device {
  const fits = all.filter((device) => !kept.has(device.id) && isMeant(device, wanted));
  const [first, ...others] = fits;
  if (first === undefined) throw failure('device.not-found', { wanted });
  if (others.length === 0) return first;
  throw failure('device.ambiguous', { wanted, candidates: fits.map(deviceLabel).join('; ') });
}

/** `devices restore` */
export function restoreDevices(context: Context, wanted: readonly string[]): Promise<Outcome> {
  return withCore(context, 'manual', async ({ api }) => {
    for (const each of wanted) checkName(context, each);
    const all = (await ask(api, 'devices.list', { includeRemoved: true })).devices;
    const now = (await ask(api, 'devices.list', {})).devices;
    const kept = new Set<string>(now.map((device) => device.id));
    const devices = wanted.map((each) => findRemoved(all, kept, each));
    await ask(api, 'devices.restore', { ids: devices.map((device) => device.id) });
    return { data: { devices }, human: lines(context.text.devices.restored, devices) };
  });
}
