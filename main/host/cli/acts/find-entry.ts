import type { Api } from '../../../contract/api.ts';
import type { Device, DeviceId } from '../../../contract/device.ts';
import { ask, badInput, CliFailure, type Context, failure } from '../context.ts';
import { refuseUnknown } from './find-devices.ts';

/** The device in the command line's shape, removed ones too. @throws CliFailure `device.not-found` */
export async function deviceOf(api: Api, id: DeviceId): Promise<Device> {
  const { devices } = await ask(api, 'devices.list', { includeRemoved: true });
  const device = devices.find((each) => each.id === id);
  if (device === undefined) throw failure('device.not-found', { wanted: id });
  return device;
}

/**
 * A device by any of its names, or by the address or name it has in the device book. Only for commands that
 * change this list: an entry nobody has reached yet has nothing else to be called by.
 * @throws CliFailure `device.not-found|ambiguous`
 */
export async function findEntry(context: Context, api: Api, wanted: string): Promise<DeviceId> {
  if (wanted.trim() === '') throw badInput(context.text.values.device);
  const host = wanted.trim().toLowerCase();
  const { rows } = await ask(api, 'devices.snapshot', {});
  const hits = rows.filter(({ bookHost }) => bookHost?.toLowerCase() === host);
  const [only, second] = hits;
  if (second !== undefined) {
    const candidates = hits
      .map(({ name, shortSerial, mac, id }) => name ?? shortSerial ?? mac ?? id)
      .join('; ');
    throw failure('device.ambiguous', { wanted, candidates });
  }
  const envelope = await api.call('devices.find', { wanted });
  if (envelope.ok) return envelope.data.device.id;
  if (envelope.error.code === 'device.not-found') {
    if (only !== undefined) return only.id;
    return refuseUnknown(context, api, envelope.error);
  }
  throw new CliFailure(envelope.error);
}
