import type { Job } from '../../contract/job.ts';
import type { DeviceRecord } from '../../domain/record.ts';
import { deviceRefOf, labelOf } from '../jobs/values.ts';
import type { RecorderUse } from './recorders.ts';

/** A camera moved, and a recorder may still look for it where it was. */
export interface ChannelOffer {
  /** Tells offers apart; the same for the same channel. */
  readonly key: string;
  readonly recorder: string;
  /** So that a screen can lead to the channel. */
  readonly recorderId: string;
  readonly channel: number;
  readonly camera: string;
  readonly from: string;
  readonly to: string;
}

/**
 * What a finished run of Edit IP leaves to do at recorders. Only an address that was read back counts: a
 * recorder must not be led to where the camera may not be.
 */
export function offersAfter(
  job: Job,
  using: (camera: DeviceRecord) => readonly RecorderUse[],
  record: (id: DeviceRecord['id']) => DeviceRecord | undefined,
): ChannelOffer[] {
  if (job.kind !== 'network' || job.endedAt === null) return [];
  return job.items.flatMap(({ device, verdict, before, after }) => {
    const from = before?.ipv4Address ?? null;
    const to = after?.ipv4Address ?? null;
    const camera = record(device.id);
    const isMoved = verdict === 'verified' && from !== null && to !== null && from !== to;
    if (!isMoved || camera === undefined) return [];
    return using(camera)
      .filter(({ address }) => address === null || address === from)
      .map(({ recorder, channel }) => ({
        ...{ key: `${recorder.id}:${channel}`, channel, from, to },
        recorder: labelOf(deviceRefOf(recorder)),
        recorderId: recorder.id,
        camera: labelOf(deviceRefOf(camera)),
      }));
  });
}
