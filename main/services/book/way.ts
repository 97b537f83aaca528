import type { BookEntry } from '../../contract/book.ts';
import { parseIpv4 } from '../../contract/ip.ts';

/** How a device is reached, in one text: what the export writes and the import reads. */
export type Way = Pick<BookEntry, 'host' | 'httpPort' | 'isTls' | 'commandPort' | 'userName'>;

export const usualCommandPort = 8000;
export const usualUserName = 'admin';

/** The web server's port where none is named. */
export function usualHttpPort(isTls: boolean): number {
  return isTls ? 443 : 80;
}

const label = '[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?';
const hostName = new RegExp(`^(?=.{1,253}$)${label}(?:\\.${label})*\\.?$`, 'i');

/** An IPv4 address or a name that a name server can be asked for. */
export function isHost(text: string): boolean {
  if (parseIpv4(text) !== null) return true;
  // Digits and dots alone are a mistyped address; no name looks like that.
  return hostName.test(text) && !/^[\d.]+$/.test(text);
}

const wayPattern =
  /^(?:(https?):\/\/)?(?:([^@/:?#\s]{1,200})@)?([^@/:?#\s]{1,253})(?::(\d{1,5}))?\/?(?:\?port=(\d{1,5}))?$/i;

/** What one text says of a way; parts that it leaves out are absent. */
export type ToldWay = Pick<Way, 'host'> & Partial<Way>;

/**
 * `cam.example.lan`, `192.168.1.64:8080`, `https://operator@cam.example.lan:8443/?port=8001`. `null` for
 * anything else, a password in front of the `@` among it.
 */
export function parseWay(text: string): ToldWay | null {
  const match = wayPattern.exec(text.trim());
  const [, scheme, user, host = '', http, command] = match ?? [];
  if (match === null || !isHost(host)) return null;
  const httpPort = portOf(http);
  const commandPort = portOf(command);
  const userName = user === undefined ? undefined : decoded(user);
  if (httpPort === null || commandPort === null || userName === null) return null;
  return {
    host: host.toLowerCase(),
    ...(scheme === undefined ? {} : { isTls: scheme.toLowerCase() === 'https' }),
    ...(httpPort === undefined ? {} : { httpPort }),
    ...(commandPort === undefined ? {} : { commandPort }),
    ...(userName === undefined ? {} : { userName }),
  };
}

function portOf(text: string | undefined): number | undefined | null {
  if (text === undefined) return undefined;
  const port = Number(text);
  return port >= 1 && port <= 65_535 ? port : null;
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    // A stray percent sign: no name that could be meant.
    return null;
  }
}

/** The shortest text that `parseWay` reads back to the same: the host alone where all is as usual. */
export function formatWay(way: Way): string {
  const { host, httpPort, isTls, commandPort, userName } = way;
  const isUsual =
    !isTls &&
    httpPort === usualHttpPort(false) &&
    commandPort === usualCommandPort &&
    userName === usualUserName;
  if (isUsual) return host;
  const port = commandPort === usualCommandPort ? '' : `?port=${commandPort}`;
  return `${isTls ? 'https' : 'http'}://${encoded(userName)}@${host}:${httpPort}/${port}`;
}

function encoded(userName: string): string {
  return encodeURIComponent(userName.toWellFormed());
}

/** What was told, with the usual in place of what was not. */
export function completeWay(told: ToldWay): Way {
  const isTls = told.isTls ?? false;
  return {
    host: told.host,
    isTls,
    httpPort: told.httpPort ?? usualHttpPort(isTls),
    commandPort: told.commandPort ?? usualCommandPort,
    userName: told.userName ?? usualUserName,
  };
}
