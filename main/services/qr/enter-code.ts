import type { DeviceId } from '../../contract/device.ts';
import { importLines } from '../book/import/import-lines.ts';
import type { FileSources } from '../book/import/read-file.ts';
import { completeWay, isHost } from '../book/way.ts';
import { deviceRefOf } from '../jobs/values.ts';
import type { CodedDevice } from './content.ts';

const maxName = 120;
const maxUser = 64;

/**
 * Puts a device of a code into the list and the book, by the rules of a device file. One that is in the book
 * keeps its entry: what a person here typed is not replaced by a piece of paper. `null`: it is not in the
 * list, and the code tells no address that could be used.
 */
export function enterCode(
  sources: FileSources & { readonly at: number },
  device: CodedDevice,
  existingId: DeviceId | null,
): DeviceId | null {
  const existing = existingId === null ? null : (sources.registry.record(existingId) ?? null);
  const host = device.host?.trim().toLowerCase() ?? '';
  if (existing?.book != null || !isHost(host)) return existing?.id ?? null;
  const userName = device.userName?.slice(0, maxUser) || null;
  const told = {
    ...{ host, isTls: device.isTls },
    ...(device.httpPort === null ? {} : { httpPort: device.httpPort }),
  };
  const { httpPort, isTls, commandPort } = completeWay(told);
  const row = {
    ...{ line: 1, host, httpPort, isTls, commandPort, userName },
    name: existing?.name ?? device.name?.slice(0, maxName) ?? null,
    ...{ serial: device.serial, mac: null, kind: null, note: null },
    hasPassword: device.password !== null,
    existing: existing === null ? null : deviceRefOf(existing),
    problems: [],
  };
  const line = { row, way: told, password: null, kind: null, model: device.model, existing };
  return importLines(sources, [line]).ids[0] ?? existing?.id ?? null;
}
