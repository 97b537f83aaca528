import { toHex, toUtf8 } from '../../ports/bytes.ts';
import { paths } from '../../protocol/isapi/paths.ts';
import { type Decoded, openDocument, unreadable } from '../../protocol/isapi/read.ts';
import { snapshotSecretNames } from '../../protocol/isapi/secret-names.ts';
import { findAll } from '../../protocol/xml.ts';
import { removeAll } from '../../protocol/xml-edit.ts';
import type { LoginAnswer, LoginRequest } from '../login/logins.ts';
import type { ItemHttp } from '../provisioning/http/item-http.ts';
import type { Sha256, Snapshots } from './backup-file.ts';

/** What is kept beside a backup for people to read; what a device does not have is left out. */
const documents = {
  deviceInfo: [paths.deviceInfo, 'DeviceInfo'],
  interfaces: [paths.networkInterfaces, 'NetworkInterfaceList'],
  adminAccesses: [paths.adminAccesses, 'AdminAccessProtocolList'],
  ezviz: [paths.ezviz, 'EZVIZ'],
  channels: [paths.proxyChannels, 'InputProxyChannelList'],
  time: [paths.time, 'Time'],
  streaming: [paths.streamingChannels, 'StreamingChannelList'],
  users: ['/ISAPI/Security/users', 'UserList'],
} as const satisfies Record<string, readonly [string, string]>;

export type SnapshotName = keyof typeof documents;

/** Those that only a change of the settings changes: a restore is proven by them. */
const lasting: readonly SnapshotName[] = [
  'deviceInfo',
  'interfaces',
  'adminAccesses',
  'streaming',
  'users',
];

export interface Asks {
  request(request: LoginRequest): Promise<LoginAnswer>;
}

/** Names of documents that were not read, in the place of one. */
export const notReadKey = 'notRead';

/** Reads every document once. Secrets are cut out of the text before anything keeps it. */
export async function takeSnapshots(session: Asks): Promise<Snapshots> {
  const taken: [string, string][] = [];
  const notRead: string[] = [];
  for (const name of Object.keys(documents) as SnapshotName[]) {
    const [path, root] = documents[name];
    const answer = await session.request({ method: 'GET', path });
    const text = answer.kind === 'ok' ? decodeClean(answer.body, root) : null;
    if (text?.ok === true) taken.push([name, text.value]);
    else notRead.push(name);
  }
  return Object.fromEntries([...taken, [notReadKey, notRead.join(', ')]]);
}

/** A document without its secrets; anything else, such as the device's word that it has none, is refused. */
export function decodeClean(body: Uint8Array | string, root: string): Decoded<string> {
  const opened = openDocument(body, root);
  if (!opened.ok) return opened;
  const clean = removeAll(opened.value.text, snapshotSecretNames);
  return clean === null ? unreadable('cannot be cleaned') : { ok: true, value: clean.text };
}

/** The same sums of what the device shows now, as far as it is read. */
export async function readMarks(http: ItemHttp, marks: Marks, sha256: Sha256): Promise<Marks> {
  const shown: [string, string][] = [];
  for (const name of lasting) {
    if (marks[name] === undefined) continue;
    const [path, root] = documents[name];
    const read = await http.read(path, (body) => decodeClean(body, root));
    if (read.ok) shown.push([name, read.value]);
  }
  return marksOf(Object.fromEntries(shown), sha256);
}

export type Marks = Readonly<Record<string, string>>;

/**
 * A sum of each lasting document: enough to see whether a device shows the same again, and fit to be stored
 * with a job. An address that comes from DHCP may be another tomorrow, so such interfaces have none.
 */
export function marksOf(snapshots: Snapshots, sha256: Sha256): Marks {
  const marks = lasting.flatMap((name) => {
    const text = snapshots[name];
    if (text === undefined || (name === 'interfaces' && hasLease(text))) return [];
    const compact = text.replace(/>\s+</g, '><').trim();
    return [[name, toHex(sha256(toUtf8(compact)))] as const];
  });
  return Object.fromEntries(marks);
}

function hasLease(text: string): boolean {
  const opened = openDocument(text, documents.interfaces[1]);
  return (
    !opened.ok ||
    findAll(opened.value.root, 'addressingType').some(({ text: type }) => type === 'dynamic')
  );
}
