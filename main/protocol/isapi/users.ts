import type { XmlElement } from '../xml.ts';
import { editXml, sliceXml, type XmlEdit } from '../xml-edit.ts';
import { type Decoded, listOf, openDocument, textAt, unreadable } from './read.ts';

export interface DeviceUser {
  readonly id: string;
  readonly name: string;
  /** `Administrator`, `Operator`, `Viewer`, as spelled; `null` when it is not told. */
  readonly level: string | null;
  /** The element as it came, under the list's namespace: what a new password is written into. */
  readonly text: string;
}

/** `GET /ISAPI/Security/users`, or one of them. Never throws. Source: the vendor's public guide. */
export function decodeUsers(body: Uint8Array | string): Decoded<readonly DeviceUser[]> {
  const opened = openDocument(body, 'UserList', 'User');
  if (!opened.ok) return opened;
  const { root, text } = opened.value;
  const isList = root.local.toLowerCase() === 'userlist';
  const elements = isList ? listOf(root, 'User') : [root];
  const value = elements.flatMap((element, nth) => {
    const step = { name: 'User', nth };
    const own = sliceXml(text, isList ? ['UserList', step] : [step]);
    const [id, name] = [textAt(element, 'id'), textAt(element, 'userName')];
    if (own === null || id === null || name === null) return [];
    const level = textAt(element, 'userLevel');
    return [{ id, name, level, text: isList ? underNamespace(own, root) : own }];
  });
  return { ok: true, value };
}

/** An element taken out of its list stands under the namespace and version that the list names. */
function underNamespace(text: string, { attributes }: XmlElement): string {
  const tag = /^<[^\s/>]+[^>]*/.exec(text)?.[0] ?? '';
  const inherited = ['version', 'xmlns'].flatMap((name) => {
    const value = attributes.get(name);
    const isOwn = new RegExp(`\\s${name}\\s*=`).test(tag);
    return value === undefined || isOwn || /["<&]/.test(value) ? [] : [` ${name}="${value}"`];
  });
  return text.replace(/^<[^\s/>]+/, (name) => `${name}${inherited.join('')}`);
}

/** Exactly this name: devices tell `Admin` and `admin` apart. */
export function findUser(users: readonly DeviceUser[], name: string): DeviceUser | null {
  return users.find((user) => user.name === name) ?? null;
}

/**
 * The user's own document with a new password in it, for `PUT /ISAPI/Security/users/<id>`.
 *
 * @param loginPassword the one in use now, for firmware that wants it inside the document as well
 */
export function editUserPassword(
  { text }: DeviceUser,
  password: string,
  loginPassword: string | null = null,
): Decoded<string> {
  const first = place(text, { name: 'password', after: 'userName', value: password });
  if (!first.ok || loginPassword === null) return first;
  return place(first.value, { name: 'loginPassword', after: 'password', value: loginPassword });
}

/** Lists leave passwords out, or send them empty or masked: the element is made or filled. */
function place(
  text: string,
  { name, after, value }: { readonly name: string; readonly after: string; readonly value: string },
): Decoded<string> {
  const path = ['User', name];
  const isThere = sliceXml(text, path) !== null;
  const edit: XmlEdit = isThere
    ? { kind: 'set', path, text: value }
    : { kind: 'add-after', path: ['User', after], name, text: value };
  const edited = editXml(text, [edit]);
  return edited.ok
    ? { ok: true, value: edited.text }
    : unreadable(`${edited.why}: ${edited.where}`);
}
