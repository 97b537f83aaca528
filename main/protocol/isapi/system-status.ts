import { at, type Decoded, listOf, openDocument, textAt, toDecimal, toInt } from './read.ts';
import { epochOf } from './time.ts';

export interface SystemStatus {
  /** Epoch ms of the device's clock; `null` when it tells no zone. */
  readonly deviceTimeAt: number | null;
  readonly upSeconds: number | null;
  /** Percent, one per processor. */
  readonly cpuPercent: readonly number[];
  /** In a unit that differs between lines: only the share of the whole means something. */
  readonly memoryUsed: number | null;
  readonly memoryFree: number | null;
}

/** `GET /ISAPI/System/status`. Never throws. Source: a recorder's capture; numbers come with leading blanks. */
export function decodeSystemStatus(body: Uint8Array | string): Decoded<SystemStatus> {
  const opened = openDocument(body, 'DeviceStatus');
  if (!opened.ok) return opened;
  const { root } = opened.value;
  const percents = listOf(at(root, 'CPUList'), 'CPU').map((cpu) =>
    toDecimal(textAt(cpu, 'cpuUtilization')),
  );
  const memory = at(root, 'MemoryList', 'Memory');
  const read = (name: string) => (memory === undefined ? null : toDecimal(textAt(memory, name)));
  return {
    ok: true,
    value: {
      deviceTimeAt: epochOf(textAt(root, 'currentDeviceTime'), null),
      upSeconds: toInt(textAt(root, 'deviceUpTime')),
      cpuPercent: percents.filter((percent) => percent !== null),
      memoryUsed: read('memoryUsage'),
      memoryFree: read('memoryAvailable'),
    },
  };
}
