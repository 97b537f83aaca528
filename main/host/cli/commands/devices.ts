import type { Api } from '../../../contract/api.ts';
import type { Device, DeviceKind } from '../../../contract/device.ts';
import { shownSiteName } from '../../../contract/text/given-names.ts';
import { interpolate } from '../../../contract/text/interpolate.ts';
import { deviceOf, findEntry } from '../acts/find-entry.ts';
import { ask, badInput, type Context, type Outcome, withCore } from '../context.ts';
import { deviceDetailText } from '../device-detail.ts';
import { deviceLabel, deviceTable } from '../device-text.ts';
import { editWay, isWayEdit, type WayFlags } from './book.ts';

async function siteName({ locale }: Context, api: Api): Promise<string> {
  const { sites } = await ask(api, 'sites.list', {});
  return shownSiteName(sites.find((site) => site.isCurrent)?.name ?? '', locale);
}

/** `devices list` */
export function listDevices(
  context: Context,
  options: { readonly includeRemoved: boolean },
): Promise<Outcome> {
  return withCore(context, 'manual', async ({ api }) => {
    const { devices } = await ask(api, 'devices.list', options);
    const params = { devices: devices.length, site: await siteName(context, api) };
    const { none, summary } = context.text.devices;
    const { rows } = await ask(api, 'devices.snapshot', {});
    const hosts = new Map(rows.map(({ id, bookHost }) => [id as string, bookHost ?? '']));
    const list = () => deviceTable(devices, context.locale, context.terminal, hosts);
    return {
      data: { devices },
      human:
        devices.length === 0
          ? interpolate(none, params)
          : `${list()}\n\n${interpolate(summary, params)}`,
    };
  });
}

/** @throws CliFailure when a name is too short to be one */
export function checkName(context: Context, wanted: string): void {
  if (wanted.trim() === '') throw badInput(context.text.values.device);
}

async function find(context: Context, api: Api, wanted: string): Promise<Device> {
  checkName(context, wanted);
  return deviceOf(api, await findEntry(context, api, wanted));
}

/** Every name is looked up before anything is done to the first. */
async function findAll(
  context: Context,
  api: Api,
  wanted: readonly string[],
): Promise<readonly Device[]> {
  const devices: Device[] = [];
  for (const each of wanted) devices.push(await deviceOf(api, await findEntry(context, api, each)));
  return devices;
}

/** `devices show` */
export function showDevice(context: Context, wanted: string): Promise<Outcome> {
  return withCore(context, 'manual', async ({ api }) => {
    const device = await find(context, api, wanted);
    const detail = await ask(api, 'devices.get', { id: device.id });
    const { entry } = await ask(api, 'book.get', { id: device.id });
    const human = deviceDetailText(context, device, { ...detail, entry });
    return { data: { device, ...(entry === null ? {} : { entry }) }, human };
  });
}

export interface EditOptions {
  readonly name: string | undefined;
  readonly note: string | undefined;
  readonly type: DeviceKind | 'auto' | undefined;
  readonly way: WayFlags;
}

/** What the options say, in the core's words: an empty text clears, `auto` goes back to the device's own. */
function changes({ name, note, type }: Omit<EditOptions, 'way'>) {
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
  const isPatched = Object.keys(patch).length > 0;
  const isWay = isWayEdit(options.way);
  if (!isPatched && !isWay) return Promise.reject(badInput(context.text.values.nothingToEdit));
  return withCore(context, 'manual', async ({ api }) => {
    checkName(context, wanted);
    const id = await findEntry(context, api, wanted);
    if (isPatched) await ask(api, 'devices.edit', { id, ...patch });
    if (isWay) return editWay(context, api, { id, wanted, flags: options.way });
    const device = await deviceOf(api, id);
    const human = interpolate(context.text.devices.edited, { device: deviceLabel(device) });
    return { data: { device }, human };
  });
}

function lines(text: string, devices: readonly Device[]): string {
  return devices.map((device) => interpolate(text, { device: deviceLabel(device) })).join('\n');
}

/** `devices remove` */
export function removeDevices(
  context: Context,
  wanted: readonly string[],
  options: { readonly acceptAuthorised: boolean },
): Promise<Outcome> {
  return withCore(context, 'manual', async ({ api }) => {
    const devices = await findAll(context, api, wanted);
    await ask(api, 'devices.remove', { ids: devices.map((device) => device.id), ...options });
    return { data: { devices }, human: lines(context.text.devices.removed, devices) };
  });
}

/** `devices restore`: a removed device keeps its name and serial, so it is found like any other. */
export function restoreDevices(context: Context, wanted: readonly string[]): Promise<Outcome> {
  return withCore(context, 'manual', async ({ api }) => {
    const devices = await findAll(context, api, wanted);
    await ask(api, 'devices.restore', { ids: devices.map((device) => device.id) });
    return { data: { devices }, human: lines(context.text.devices.restored, devices) };
  });
}
