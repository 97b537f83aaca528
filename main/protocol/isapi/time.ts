import { editXml, type XmlEdit } from '../xml-edit.ts';
import { type Decoded, openDocument, textAt, unreadable } from './read.ts';

export interface DeviceTime {
  /** `NTP`, `manual`, `platform`, ... as spelled. */
  readonly mode: string | null;
  /** As told, for example `2021-10-21T17:32:54+03:00`. */
  readonly localTime: string | null;
  /** POSIX, so with the sign turned round: `CST-3:00:00` is three hours ahead of UTC. */
  readonly timeZone: string | null;
  /** Minutes ahead of UTC; `null` when it cannot be told. Daylight saving is in neither. */
  readonly offsetMinutes: number | null;
  /** Epoch ms; `null` when the time has no zone of its own and none is told. */
  readonly at: number | null;
}

/** `GET /ISAPI/System/time`. Never throws. Source: a recorder's capture, the vendor's public guide. */
export function decodeTime(
  body: Uint8Array | string,
): Decoded<{ readonly time: DeviceTime; readonly text: string }> {
  const opened = openDocument(body, 'Time');
  if (!opened.ok) return opened;
  const { root, text } = opened.value;
  const localTime = textAt(root, 'localTime');
  const timeZone = textAt(root, 'timeZone');
  const offsetMinutes = posixOffset(timeZone);
  const mode = textAt(root, 'timeMode');
  const at = epochOf(localTime, offsetMinutes);
  return { ok: true, value: { time: { mode, localTime, timeZone, offsetMinutes, at }, text } };
}

/** Minutes ahead of UTC of a POSIX zone; `null` when it is none. What follows the offset is ignored. */
export function posixOffset(zone: string | null): number | null {
  const match = /^(?:[A-Za-z]{3,}|<[^>]{1,16}>)([+-]?)(\d{1,2})(?::(\d{2}))?/.exec(zone ?? '');
  if (match === null) return null;
  const minutes = Number(match[2]) * 60 + Number(match[3] ?? '0');
  if (minutes > 24 * 60) return null;
  return match[1] === '-' || minutes === 0 ? minutes : -minutes;
}

/**
 * Epoch ms of a device's time; its own zone counts first.
 *
 * @param offsetMinutes taken when the text has no zone
 */
export function epochOf(text: string | null, offsetMinutes: number | null): number | null {
  const match = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}:\d{2})(?:\.\d+)?(Z|[+-]\d{2}:?\d{2})?$/i.exec(
    text ?? '',
  );
  if (match === null) return null;
  const utc = Date.parse(`${match[1]}T${match[2]}Z`);
  if (Number.isNaN(utc)) return null;
  const zone = match[3]?.toUpperCase();
  if (zone === 'Z') return utc;
  if (zone === undefined) return offsetMinutes === null ? null : utc - offsetMinutes * 60_000;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2));
  return utc - (zone.startsWith('-') ? -minutes : minutes) * 60_000;
}

/**
 * The device's document set to a time by hand.
 *
 * @param localTime on the device's own clock, `YYYY-MM-DDThh:mm:ss` with or without its zone
 */
export function editTime(text: string, localTime: string): Decoded<string> {
  const edits: readonly XmlEdit[] = [
    { kind: 'set', path: ['Time', 'timeMode'], text: 'manual' },
    { kind: 'set', path: ['Time', 'localTime'], text: localTime },
  ];
  const edited = editXml(text, edits);
  return edited.ok
    ? { ok: true, value: edited.text }
    : unreadable(`${edited.why}: ${edited.where}`);
}
