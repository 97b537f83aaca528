import type { DeviceId } from '../../../../main/contract/device.ts';
import type { RecorderChannel } from '../../../../main/contract/login.ts';
import { useRead } from './read-store.ts';

/** The channel as last read; `null` when this page has not read the recorder. */
export function useChannel(recorder: DeviceId, channel: number): RecorderChannel | null {
  const list = useRead((store) => store.channels, recorder);
  return list?.channels.find(({ id }) => id === channel) ?? null;
}
