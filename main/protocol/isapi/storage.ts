import {
  at,
  type Decoded,
  jsonFields,
  listOf,
  openDocument,
  textAt,
  textOf,
  toInt,
  unreadable,
} from './read.ts';
import { readStatusJson } from './response-status.ts';

export interface Disk {
  readonly id: string;
  readonly name: string | null;
  readonly type: string | null;
  /** `unknown` for words and numbers we do not know; `text` tells them. */
  readonly state: 'ok' | 'unformatted' | 'error' | 'idle' | 'unknown';
  readonly text: string | null;
  /** Megabytes. */
  readonly capacityMb: number | null;
  readonly freeMb: number | null;
  readonly isReadOnly: boolean | null;
  readonly model: string | null;
}

/** Local disks and network shares; `workMode` as spelled. */
export interface Storage {
  readonly disks: readonly Disk[];
  readonly shares: number;
  readonly workMode: string | null;
}

const states: ReadonlyMap<string, Disk['state']> = new Map([
  ['ok', 'ok'],
  ['normal', 'ok'],
  ['unformatted', 'unformatted'],
  ['notformatted', 'unformatted'],
  ['error', 'error'],
  ['abnormal', 'error'],
  ['smartfailed', 'error'],
  ['notexist', 'error'],
  ['offline', 'error'],
  ['idle', 'idle'],
  ['sleeping', 'idle'],
]);

/** `GET /ISAPI/ContentMgmt/Storage`. Never throws. Source: public dumps of four recorders. */
export function decodeStorage(body: Uint8Array | string): Decoded<Storage> {
  const opened = openDocument(body, 'storage');
  if (!opened.ok) return opened;
  const { root } = opened.value;
  const disks = listOf(at(root, 'hddList'), 'hdd').flatMap((hdd): readonly Disk[] => {
    const id = textAt(hdd, 'id');
    if (id === null) return [];
    const word = textAt(hdd, 'status');
    const property = textAt(hdd, 'property')?.toUpperCase() ?? null;
    return [
      {
        id,
        name: textAt(hdd, 'hddName'),
        type: textAt(hdd, 'hddType'),
        state: states.get(word?.toLowerCase() ?? '') ?? 'unknown',
        text: word,
        capacityMb: toInt(textAt(hdd, 'capacity')),
        freeMb: toInt(textAt(hdd, 'freeSpace')),
        isReadOnly: property === 'RO' ? true : property === 'RW' ? false : null,
        model: textAt(hdd, 'hddModel'),
      },
    ];
  });
  const shares = listOf(at(root, 'nasList'), 'nas').length;
  return { ok: true, value: { disks, shares, workMode: textAt(root, 'workMode') } };
}

const numbers: readonly Disk['state'][] = ['ok', 'unformatted', 'error'];

/** `GET /ISAPI/System/workingstatus/hdStatus?format=json`. Never throws. Source: a public recorder capture. */
export function decodeHdStatus(body: Uint8Array | string): Decoded<readonly Disk[]> {
  const text = textOf(body);
  if (!text.ok) return text;
  const status = readStatusJson(text.value);
  if (status !== null) return { ok: false, reason: 'refused', status };
  const list = jsonFields(text.value)?.get('HDStatus');
  if (!Array.isArray(list)) return unreadable('no HDStatus');
  return { ok: true, value: list.slice(0, 256).flatMap(readHd) };
}

function readHd(entry: unknown): readonly Disk[] {
  if (typeof entry !== 'object' || entry === null) return [];
  const fields = new Map<string, unknown>(Object.entries(entry));
  const number = (name: string): number | null => {
    const value = fields.get(name);
    return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : null;
  };
  const [id, state] = [number('hdNo'), number('status')];
  if (id === null) return [];
  return [
    {
      id: String(id),
      ...{ name: null, type: null, isReadOnly: null, model: null },
      state: (state === null ? undefined : numbers[state]) ?? 'unknown',
      text: state === null ? null : String(state),
      capacityMb: number('volume'),
      freeMb: number('freeSpace'),
    },
  ];
}
