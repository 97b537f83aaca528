import { decodeProxyChannels, type ProxyChannel } from '../../../protocol/isapi/input-proxy.ts';
import { paths } from '../../../protocol/isapi/paths.ts';
import { type Done, done } from '../outcomes.ts';
import type { ItemHttp, Read } from './item-http.ts';

/** The recorder's list; passwords were cut out before it was read. */
export async function readChannelList(http: ItemHttp): Promise<Read<readonly ProxyChannel[]>> {
  const read = await http.read(paths.proxyChannels, decodeProxyChannels);
  return read.ok ? { ok: true, value: read.value.channels } : read;
}

/** Hybrid recorders keep a slot for each channel and only empty it. */
export function findChannel(
  channels: readonly ProxyChannel[],
  number: number,
): ProxyChannel | null {
  const found = channels.find(({ id }) => Number(id) === number);
  return found === undefined || isEmptySlot(found) ? null : found;
}

function isEmptySlot({ address, hostName, serial, isPlugAndPlay }: ProxyChannel): boolean {
  const isNowhere = (address === null || address === '0.0.0.0') && hostName === null;
  return isNowhere && serial === null && isPlugAndPlay !== true;
}

/** One line for the evidence. */
export function describeChannel({
  id,
  name,
  address,
  hostName,
  model,
  serial,
}: ProxyChannel): string {
  const told = [name, address ?? hostName, model, serial].filter((each) => each !== null);
  return `channel ${id}: ${told.join(', ')}`;
}

/** Nothing is sent for a channel that the recorder does not have; those it has are told. */
export function notListed(channels: readonly ProxyChannel[], number: number): Done {
  const listed = channels.filter((channel) => !isEmptySlot(channel)).map(({ id }) => id);
  const params = { channel: number, channels: listed.join(', ') };
  return done('skipped', 'channel-not-listed', { params });
}
