import { normalizeIpv4 } from '../address.ts';
import type { XmlElement } from '../xml.ts';
import { editXml, removeAll, sliceXml, type XmlEdit } from '../xml-edit.ts';
import {
  at,
  type Decoded,
  listOf,
  openDocument,
  textAt,
  toFlag,
  toInt,
  toPort,
  unreadable,
} from './read.ts';
import { secretNames } from './secret-names.ts';

/** One camera of a recorder. `null`: not told; old recorders leave out model and serial. */
export interface ProxyChannel {
  readonly id: string;
  readonly name: string | null;
  /** `HIKVISION`, `ONVIF`, ... as spelled. */
  readonly protocol: string | null;
  /** Address of the camera, or its name when the recorder reaches it by name. */
  readonly address: string | null;
  readonly hostName: string | null;
  readonly port: number | null;
  /** Which sensor of a camera with several. */
  readonly sourceInput: number | null;
  readonly userName: string | null;
  /** On one of the recorder's own PoE ports: it comes back by itself when it is deleted. */
  readonly isPlugAndPlay: boolean | null;
  readonly model: string | null;
  readonly serial: string | null;
  readonly firmware: string | null;
  /** The element as it came, without passwords: what an edit starts from. */
  readonly text: string;
}

export interface ProxyChannels {
  readonly channels: readonly ProxyChannel[];
  /** Elements that held a password and were thrown away before anything was read. */
  readonly droppedSecrets: number;
}

/**
 * `GET /ISAPI/ContentMgmt/InputProxy/channels`, or one of them. Passwords are cut out of the text before it
 * is read, so that nothing behind this function ever holds one. Never throws. Source: public dumps of
 * recorders; one model answered another list with passwords in clear.
 */
export function decodeProxyChannels(body: Uint8Array | string): Decoded<ProxyChannels> {
  const opened = openDocument(body, 'InputProxyChannelList', 'InputProxyChannel');
  if (!opened.ok) return opened;
  const clean = removeAll(opened.value.text, secretNames);
  const again = clean === null ? null : openDocument(clean.text, opened.value.root.local);
  if (clean === null || again?.ok !== true) return unreadable('the text cannot be cleaned');
  const { root, text } = again.value;
  const isList = root.local.toLowerCase() === 'inputproxychannellist';
  const elements = isList ? listOf(root, 'InputProxyChannel') : [root];
  const channels = elements.flatMap((element, nth) => {
    const step = { name: 'InputProxyChannel', nth };
    const own = sliceXml(text, isList ? ['InputProxyChannelList', step] : [step]);
    const id = textAt(element, 'id');
    return id === null || own === null ? [] : [readChannel(element, id, own)];
  });
  return { ok: true, value: { channels, droppedSecrets: clean.removed } };
}

function readChannel(element: XmlElement, id: string, text: string): ProxyChannel {
  const source = (name: string) => textAt(element, 'sourceInputPortDescriptor', name);
  const mode = source('connMode')?.toLowerCase() ?? null;
  return {
    id,
    name: textAt(element, 'name'),
    protocol: source('proxyProtocol') ?? source('adminProtocol'),
    address: normalizeIpv4(source('ipAddress') ?? ''),
    hostName: source('hostName'),
    port: toPort(source('managePortNo')),
    sourceInput: toInt(source('srcInputPort'), { max: 1024 }),
    userName: source('userName'),
    isPlugAndPlay: mode === null ? null : mode === 'plugplay',
    model: source('model'),
    serial: source('serialNumber'),
    firmware: source('firmwareVersion'),
    text,
  };
}

export interface ProxyChannelChange {
  readonly name?: string;
  /** IPv4 address, or a name where the recorder reaches the camera by name. */
  readonly address?: string;
  readonly port?: number;
  readonly userName?: string;
  /** A recorder never tells it, and forgets it when an edit does not bring it again. */
  readonly password: string;
}

/**
 * The channel's own element with new values and the password, which every edit must carry. The result holds
 * a password: it goes to the recorder and nowhere else.
 */
export function editProxyChannel(text: string, change: ProxyChannelChange): Decoded<string> {
  const source = ['InputProxyChannel', 'sourceInputPortDescriptor'];
  const edits: XmlEdit[] = [];
  const set = (name: string, value: string | number | undefined): void => {
    if (value === undefined) return;
    edits.push({ kind: 'set', path: [...source, name], text: String(value) });
  };
  if (change.name !== undefined) {
    edits.push({ kind: 'set', path: ['InputProxyChannel', 'name'], text: change.name });
  }
  // An element that is not there is not made up, so the way of addressing stays as it is.
  set(isIpv4(change.address) ? 'ipAddress' : 'hostName', change.address);
  set('managePortNo', change.port);
  set('userName', change.userName);
  const { password } = change;
  const edited = editXml(text, edits);
  if (!edited.ok) return unreadable(`${edited.why}: ${edited.where}`);
  const path = [...source, 'userName'];
  const whole = editXml(edited.text, [
    { kind: 'add-after', path, name: 'password', text: password },
  ]);
  return whole.ok ? { ok: true, value: whole.text } : unreadable(`${whole.why}: ${whole.where}`);
}

function isIpv4(address: string | undefined): boolean {
  return normalizeIpv4(address ?? '') !== null;
}

/** State of one channel. */
export interface ProxyStatus {
  readonly id: string;
  readonly address: string | null;
  readonly isOnline: boolean | null;
  /** What became of reaching the camera; `other` for words we do not know, which `resultText` tells. */
  readonly result: 'connected' | 'absent' | 'wrong-password' | 'offline' | 'other' | null;
  readonly resultText: string | null;
}

/** `GET .../InputProxy/channels/status`, or of one channel. Never throws. Source: public captures. */
export function decodeProxyStatus(body: Uint8Array | string): Decoded<readonly ProxyStatus[]> {
  const opened = openDocument(body, 'InputProxyChannelStatusList', 'InputProxyChannelStatus');
  if (!opened.ok) return opened;
  const { root } = opened.value;
  const isList = root.local.toLowerCase() === 'inputproxychannelstatuslist';
  const elements = isList ? listOf(root, 'InputProxyChannelStatus') : [root];
  const value = elements.flatMap((element) => {
    const id = textAt(element, 'id');
    if (id === null) return [];
    const source = at(element, 'sourceInputPortDescriptor');
    const resultText = textAt(element, 'chanDetectResult');
    return [
      {
        id,
        address: source === undefined ? null : normalizeIpv4(textAt(source, 'ipAddress') ?? ''),
        isOnline: toFlag(textAt(element, 'online')),
        result: resultText === null ? null : (results.get(resultText.toLowerCase()) ?? 'other'),
        resultText,
      },
    ];
  });
  return { ok: true, value };
}

const results: ReadonlyMap<string, NonNullable<ProxyStatus['result']>> = new Map([
  ['connect', 'connected'],
  ['notexist', 'absent'],
  ['errorusernameorpasswd', 'wrong-password'],
  ['offline', 'offline'],
]);
