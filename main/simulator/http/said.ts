import type { Surroundings } from '../handlers/handler.ts';
import type { Rng } from '../rng.ts';
import type { DeviceView } from '../state.ts';
import type { AddressEdit, DeviceSpec, SimHttpRequest, UserLevel } from '../types.ts';
import { type Dialect, type Node, type ReadDocument, readDocument, render } from './dialect.ts';
import type { DocumentCall } from './documents.ts';

/** What a request that was let in does. */
export interface ResourceOutcome {
  readonly status: number;
  readonly body: Node;
  /** Instead of `body`, where a resource speaks JSON or sends a file. */
  readonly json?: Readonly<Record<string, unknown>>;
  readonly bytes?: Uint8Array;
  /** The device changes so, before it answers. */
  readonly apply?: () => void;
  /** `apply` waits until the answer has left, since it ends the connection, or for the next boot. */
  readonly when?: 'after-answer' | 'at-boot';
  readonly isReboot?: boolean;
  /** The answer never arrives: the connection dies with the old address. */
  readonly isSilent?: boolean;
}

/** The site as a web server meets it. */
export interface WebSite extends Surroundings {
  /** Whoever claims the address, on or off, the winner of the ARP race first. */
  readonly ownersAt: (address: string) => readonly DeviceView[];
  /** Address of a name in the site's DNS; `null` for none. */
  readonly addressOf: (name: string) => string | null;
  /** Everybody who answers discovery. */
  readonly neighbours: () => readonly DeviceView[];
}

export interface ResourceCall extends DocumentCall {
  readonly request: SimHttpRequest;
  readonly dialect: Dialect;
  readonly addressEdit: AddressEdit;
  readonly spec: DeviceSpec;
  readonly rng: Rng;
  readonly site: WebSite;
  /** Whose password it was; `null` for what needs none. */
  readonly level: UserLevel | null;
  readonly setPassword: (password: string | null) => void;
  /** Something it does by itself later. */
  readonly later: (delayMs: number, run: () => void) => void;
  /** What stands in brackets in the path's pattern. */
  readonly path: readonly string[];
}

const words: Readonly<Record<number, string>> = {
  1: 'OK',
  2: 'Device Busy',
  3: 'Device Error',
  4: 'Invalid Operation',
  5: 'Invalid XML Format',
  6: 'Invalid XML Content',
  7: 'Reboot Required',
};

export function said(
  status: number,
  code: number,
  subCode: string,
  id?: string | number,
): ResourceOutcome {
  return {
    status,
    body: [
      'ResponseStatus',
      [
        ['statusCode', code],
        ['statusString', words[code] ?? 'Device Error'],
        ...(id === undefined ? [] : [['id', id] as const]),
        ['subStatusCode', subCode],
      ],
    ],
  };
}

/** The same in JSON, where a resource is asked with `format=json`. */
export function saidJson(status: number, code: number, subCode: string): ResourceOutcome {
  const json = { statusCode: code, statusString: words[code] ?? '', subStatusCode: subCode };
  return { ...said(status, code, subCode), json };
}

export const done = said(200, 1, 'ok');
/** A path that this device has not; cameras say so to a recorder's. */
export const absent = said(403, 4, 'notSupport');
export const wrongMethod = said(403, 4, 'methodNotAllowed');
export const lowPrivilege = said(403, 4, 'lowPrivilege');
export const badContent = said(400, 6, 'badXmlContent');

export function shown(body: Node): ResourceOutcome {
  return { status: 200, body };
}

export function queryOf({ request }: ResourceCall, name: string): string | null {
  const query = request.path.split('?')[1] ?? '';
  const found = query.split('&').find((part) => part.startsWith(`${name}=`));
  if (found === undefined) return null;
  try {
    return decodeURIComponent(found.slice(name.length + 1));
  } catch {
    // A percent sign that starts nothing: taken as it stands, as small servers do.
    return found.slice(name.length + 1);
  }
}

export const isOutcome = (what: ReadDocument | ResourceOutcome): what is ResourceOutcome =>
  'status' in what;

/** A document of the client's, under the device's own namespace or none. */
export function readGiven(call: ResourceCall, root: string): ReadDocument | ResourceOutcome {
  const given = readDocument(call.request.body);
  if (given === null) return said(400, 5, 'badXmlFormat');
  const isOwn = given.namespace === null || given.namespace === call.dialect.namespace;
  const isRoot = given.leaves.every(([path]) => path.startsWith(`${root}/`));
  return isOwn && isRoot ? given : badContent;
}

/** A device takes back only what it gave out: every element, in its order, under its namespace. */
export function readBack(call: ResourceCall, own: Node): ReadDocument | ResourceOutcome {
  const given = readDocument(call.request.body);
  const mine = readDocument(render(own, call.dialect));
  if (given === null) return said(400, 5, 'badXmlFormat');
  const shape = (document: ReadDocument | null) => document?.leaves.map(([path]) => path).join(' ');
  const isWhole = given.namespace === mine?.namespace && shape(given) === shape(mine);
  return isWhole ? given : badContent;
}

/** Texts by their path below the root; of several with one path the last. */
export function textsOf({ leaves }: ReadDocument): (path: string) => string | undefined {
  const texts = new Map(leaves.map(([path, text]) => [path.slice(path.indexOf('/') + 1), text]));
  return (path) => texts.get(path);
}

/** The leaves of each element of a list, by their path inside it, in order. */
export function groupsOf(
  { leaves }: ReadDocument,
  element: string,
  first: string,
): readonly ReadonlyMap<string, string>[] {
  const groups: Map<string, string>[] = [];
  for (const [path, text] of leaves) {
    const at = path.indexOf(`/${element}/`);
    if (at < 0) continue;
    const inside = path.slice(at + element.length + 2);
    if (inside === first) groups.push(new Map());
    groups.at(-1)?.set(inside, text);
  }
  return groups;
}
