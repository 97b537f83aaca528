import { normalizeIpv4 } from '../address.ts';
import type { XmlElement } from '../xml.ts';
import { editXml, sliceXml, type XmlEdit, type XmlStep } from '../xml-edit.ts';
import { type Decoded, openDocument, textAt, toFlag, toInt, unreadable } from './read.ts';

/** `null`: not there. `0.0.0.0` and `::` are how devices say "not set" and are told as they come. */
export interface IpSettings {
  /** `v4`, `v6`, `dual` in the device's spelling. Never changed: `dual` to `v4` switches IPv6 off. */
  readonly ipVersion: string | null;
  readonly addressing: 'static' | 'dynamic' | 'other' | null;
  readonly address: string | null;
  readonly mask: string | null;
  readonly gateway: string | null;
  readonly dns1: string | null;
  readonly dns2: string | null;
  readonly ipv6Address: string | null;
  readonly ipv6Prefix: number | null;
  readonly ipv6Gateway: string | null;
  /** DNS servers come from DHCP too; only some lines have the switch. */
  readonly isDnsAutomatic: boolean | null;
}

/** Text of the device's own document: what an edit starts from. */
export interface IpDocument {
  readonly settings: IpSettings;
  readonly text: string;
}

/** What may be changed. Absent: stays as it is. With DHCP on, the static values stay in place. */
export interface IpChange {
  readonly isDhcp?: boolean;
  readonly address?: string;
  readonly mask?: string;
  readonly gateway?: string;
  readonly dns1?: string;
  readonly dns2?: string;
}

/** `GET .../interfaces/<id>/ipAddress`. Never throws. Source: public captures of cameras and a terminal. */
export function decodeIpAddress(body: Uint8Array | string): Decoded<IpDocument> {
  const opened = openDocument(body, 'IPAddress');
  if (!opened.ok) return opened;
  const { root, text } = opened.value;
  return { ok: true, value: { settings: readIpSettings(root), text } };
}

export function readIpSettings(element: XmlElement): IpSettings {
  const ipv4 = (...path: readonly string[]) => normalizeIpv4(textAt(element, ...path) ?? '');
  const word = textAt(element, 'addressingType')?.toLowerCase() ?? null;
  const isKnown = word === 'static' || word === 'dynamic';
  return {
    ipVersion: textAt(element, 'ipVersion'),
    addressing: word === null ? null : isKnown ? word : 'other',
    address: ipv4('ipAddress'),
    mask: ipv4('subnetMask'),
    gateway: ipv4('DefaultGateway', 'ipAddress'),
    dns1: ipv4('PrimaryDNS', 'ipAddress'),
    dns2: ipv4('SecondaryDNS', 'ipAddress'),
    ipv6Address: textAt(element, 'ipv6Address'),
    ipv6Prefix: toInt(textAt(element, 'bitMask'), { max: 128 }),
    ipv6Gateway: textAt(element, 'DefaultGateway', 'ipv6Address'),
    isDnsAutomatic: toFlag(textAt(element, 'DNSEnable')),
  };
}

const places: Readonly<Record<Exclude<keyof IpChange, 'isDhcp'>, readonly string[]>> = {
  address: ['ipAddress'],
  mask: ['subnetMask'],
  gateway: ['DefaultGateway', 'ipAddress'],
  dns1: ['PrimaryDNS', 'ipAddress'],
  dns2: ['SecondaryDNS', 'ipAddress'],
};

/**
 * The device's document with new values in it and every other character untouched. An element the device
 * did not send is never made up: then the result is `unreadable`, naming what is missing.
 *
 * @param root where the IPAddress element stands; within `NetworkInterface` for the fallback PUT
 */
export function editIpAddress(
  text: string,
  change: IpChange,
  root: readonly XmlStep[] = ['IPAddress'],
): Decoded<string> {
  const edits: XmlEdit[] = [];
  if (change.isDhcp !== undefined) {
    const word = change.isDhcp ? 'dynamic' : 'static';
    edits.push({ kind: 'set', path: [...root, 'addressingType'], text: word });
  }
  for (const [name, place] of Object.entries(places)) {
    const value = change[name as keyof typeof places];
    if (value !== undefined) edits.push({ kind: 'set', path: [...root, ...place], text: value });
  }
  const edited = editXml(text, edits);
  return edited.ok
    ? { ok: true, value: edited.text }
    : unreadable(`${edited.why}: ${edited.where}`);
}

/** The settings before an edit, as the change that brings them back. */
export function undoOf(settings: IpSettings): IpChange {
  const { addressing, address, mask, gateway, dns1, dns2 } = settings;
  return {
    ...(addressing === 'static' || addressing === 'dynamic'
      ? { isDhcp: addressing === 'dynamic' }
      : {}),
    ...(address === null ? {} : { address }),
    ...(mask === null ? {} : { mask }),
    ...(gateway === null ? {} : { gateway }),
    ...(dns1 === null ? {} : { dns1 }),
    ...(dns2 === null ? {} : { dns2 }),
  };
}

/** The IPAddress element within an interface's document. */
export function sliceIpAddress(interfaceText: string): string | null {
  return sliceXml(interfaceText, ['NetworkInterface', 'IPAddress']);
}
