import type { DeviceId, DeviceRow } from '../../../../main/contract/device.ts';
import type { CloudState, DeviceHealth, RecorderChannel } from '../../../../main/contract/login.ts';
import type { MarkProps } from '../../components/StatusMark.tsx';

type Look = Pick<MarkProps, 'shape' | 'tone'>;

export const healthLooks: Readonly<Record<NonNullable<DeviceHealth['level']>, Look>> = {
  ok: { shape: 'tick', tone: 'verified' },
  attention: { shape: 'triangle', tone: 'waiting' },
  problem: { shape: 'cross', tone: 'failed' },
};

export const channelLooks: Readonly<Record<RecorderChannel['state'], Look>> = {
  online: { shape: 'dot', tone: 'online' },
  offline: { shape: 'dashes', tone: 'offline' },
  'wrong-password': { shape: 'cross', tone: 'failed' },
  'not-exist': { shape: 'minus', tone: 'offline' },
  other: { shape: 'diamond', tone: 'inactive' },
  unknown: { shape: 'question', tone: 'unknown' },
};

const severity = { problem: 0, attention: 1, ok: 2 } as const;

/** The worst first; among equals as the core ordered them. */
export function sortFindings(findings: DeviceHealth['findings']): DeviceHealth['findings'] {
  return [...findings].sort((a, b) => severity[a.level] - severity[b.level]);
}

/** The one that was read later. */
export function newest<T extends { readonly at: number }>(
  ...all: readonly (T | null | undefined)[]
): T | null {
  let best: T | null = null;
  for (const one of all) if (one != null && (best === null || one.at > best.at)) best = one;
  return best;
}

const minuteS = 60;
const hourS = 60 * minuteS;
const dayS = 24 * hourS;

export interface UpTime {
  readonly days: number;
  readonly hours: number;
  readonly minutes: number;
}

export function upTimeOf(seconds: number): UpTime {
  return {
    days: Math.floor(seconds / dayS),
    hours: Math.floor((seconds % dayS) / hourS),
    minutes: Math.floor((seconds % hourS) / minuteS),
  };
}

/** Seconds the device's clock is ahead (positive) or behind; `null` while it makes no difference. */
export function clockGap(offsetMs: number): number | null {
  const seconds = Math.round(offsetMs / 1000);
  return Math.abs(seconds) < 2 ? null : seconds;
}

/** SADP says one thing and the login another: neither is believed over the other. */
export function cloudDiffers(
  row: Pick<DeviceRow, 'cloudEnabled' | 'cloudBound'>,
  cloud: CloudState,
): boolean {
  const differs = (a: boolean | null, b: boolean | null) => a !== null && b !== null && a !== b;
  return differs(row.cloudEnabled, cloud.isEnabled) || differs(row.cloudBound, cloud.isBound);
}

/** What devices take as the key of their own configuration file. */
export function isSecretKey(key: string): boolean {
  return /^[0-9A-Za-z]{1,32}$/.test(key);
}

/** `null`: left as it is. */
export function portOf(typed: string): number | 'bad' | null {
  const trimmed = typed.trim();
  if (trimmed === '') return null;
  if (!/^\d{1,5}$/.test(trimmed)) return 'bad';
  const port = Number(trimmed);
  return port >= 1 && port <= 65_535 ? port : 'bad';
}

export interface ChannelDraft {
  readonly name: string;
  readonly address: string;
  readonly port: string;
  readonly userName: string;
}

export function draftOf(channel: RecorderChannel | null, address?: string): ChannelDraft {
  return {
    name: channel?.name ?? '',
    address: address ?? channel?.address ?? '',
    port: channel?.port == null ? '' : String(channel.port),
    userName: channel?.userName ?? '',
  };
}

export interface ChannelChange {
  readonly name?: string;
  readonly address?: string;
  readonly port?: number;
  readonly userName?: string;
}

/** Only what differs from what the recorder has; an emptied field changes nothing. */
export function changeOf(channel: RecorderChannel | null, draft: ChannelDraft): ChannelChange {
  const before = draftOf(channel);
  const text = (field: 'name' | 'address' | 'userName') => {
    const value = draft[field].trim();
    return value === '' || value === before[field] ? {} : { [field]: value };
  };
  const port = portOf(draft.port);
  return {
    ...text('name'),
    ...text('address'),
    ...text('userName'),
    ...(port === null || port === 'bad' || draft.port.trim() === before.port ? {} : { port }),
  };
}

export interface Candidates {
  readonly shown: readonly DeviceRow[];
  readonly more: number;
}

const mostCandidates = 8;

/** Devices that a channel could be, those at its own address first. */
export function candidatesFor(
  rows: Iterable<DeviceRow>,
  search: string,
  { recorder, address }: { readonly recorder: DeviceId; readonly address: string | null },
): Candidates {
  const words = search
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const fitting = [...rows].filter((row) => {
    if (row.id === recorder || row.removedAt !== null) return false;
    const all = [row.name, row.model, row.serial, row.ipv4Address, row.mac].join(' ').toLowerCase();
    return words.every((word) => all.includes(word));
  });
  const rank = (row: DeviceRow) => {
    if (row.ipv4Address === address && address !== null) return 0;
    return row.kind === 'camera' ? 1 : 2;
  };
  fitting.sort((a, b) => rank(a) - rank(b));
  const shown = fitting.slice(0, mostCandidates);
  return { shown, more: fitting.length - shown.length };
}

/** What stays and what goes, as far as firmware is known; `depends`: by model. */
export type Fate = 'kept' | 'lost' | 'depends' | 'unknown';

export const resetTable = [
  { id: 'password', restore: 'depends', default: 'lost' },
  { id: 'network', restore: 'kept', default: 'lost' },
  { id: 'settings', restore: 'lost', default: 'lost' },
  { id: 'channels', restore: 'lost', default: 'lost' },
  { id: 'questions', restore: 'depends', default: 'depends' },
  { id: 'recordings', restore: 'kept', default: 'kept' },
  { id: 'cloud', restore: 'unknown', default: 'unknown' },
] as const satisfies readonly {
  readonly id: string;
  readonly restore: Fate;
  readonly default: Fate;
}[];

export const fateLooks: Readonly<Record<Fate, Look>> = {
  kept: { shape: 'tick', tone: 'verified' },
  lost: { shape: 'minus', tone: 'waiting' },
  depends: { shape: 'question', tone: 'unknown' },
  unknown: { shape: 'question', tone: 'unknown' },
};

/** As the core takes it, with the overhead of base64 left out. */
export const maxBackupBytes = 64 * 1024 * 1024;

export function svgAsUrl(svg: string): string {
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}

const leastCode = 160;

/** Wide enough, in CSS pixels, for a telephone to tell the modules of a code apart on a screen: three to a module. */
export function widthOfCode(svg: string): number {
  // `drawCode` gives a module four.
  const drawn = Number(/ width="(\d+)"/.exec(svg)?.[1] ?? 0);
  return Math.max(leastCode, Math.round((drawn * 3) / 4));
}
