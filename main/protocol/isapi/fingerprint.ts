import { excerpt } from '../text.ts';

export interface HttpReply {
  readonly status: number;
  /** Names in any letter case. */
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
}

export interface HttpFingerprint {
  /** `unknown`: nothing speaks for either; it may still be a device behind another brand's web server. */
  readonly family: 'hikvision' | 'other' | 'unknown';
  /** What it was told by, for example `server DNVRS-Webs`; empty when `unknown`. */
  readonly evidence: string;
}

interface Seen {
  readonly status: number;
  readonly server: string;
  readonly realm: string;
  readonly location: string;
  readonly body: string;
}

/** How much of a page is looked at, in UTF-16 units: the tell-tale parts stand at its beginning. */
const maxBodyLength = 16_384;
const maxHeaderLength = 512;

/**
 * Tells from one unauthenticated answer whose device it is. Marks of the family come first, because
 * an OEM device may well carry a strange `Server`. Never throws. Source: captures of devices.
 */
export function fingerprintHttp(reply: HttpReply): HttpFingerprint {
  const seen = look(reply);
  for (const [family, find] of rules) {
    const evidence = find(seen);
    if (evidence !== null) return { family, evidence };
  }
  return { family: 'unknown', evidence: '' };
}

function look(reply: HttpReply): Seen {
  const header = (wanted: string): string => {
    for (const [name, value] of reply.headers) {
      if (name.toLowerCase() === wanted) return value.slice(0, maxHeaderLength).trim();
    }
    return '';
  };
  return {
    status: reply.status,
    server: header('server'),
    realm: /realm="([^"]*)"/i.exec(header('www-authenticate'))?.[1] ?? '',
    location: header('location'),
    body: reply.body.slice(0, maxBodyLength),
  };
}

type Rule = readonly ['hikvision' | 'other', (seen: Seen) => string | null];

const rules: readonly Rule[] = [
  ['hikvision', ({ body }) => (/<ActivateStatus[\s>]/.test(body) ? 'activateStatus answer' : null)],
  ['hikvision', ({ body }) => (isIsapiBody(body) ? 'ISAPI answer' : null)],
  ['hikvision', ({ server }) => (familyServers.test(server) ? `server ${excerpt(server)}` : null)],
  ['hikvision', ({ realm }) => (familyRealms.test(realm) ? `realm ${excerpt(realm)}` : null)],
  ['hikvision', ({ body, location }) => loginPage(location) ?? loginPage(body)],
  ['hikvision', bareWebserver],
  ['other', ({ realm }) => (otherRealms.test(realm) ? `realm ${excerpt(realm)}` : null)],
  ['other', ({ server }) => (otherServers.test(server) ? `server ${excerpt(server)}` : null)],
  ['other', generalServer],
];

const familyServers = /^(?:App-webs|DNVRS-Webs|DVRDVS-Webs|Hikvision-Webs)(?:$|[/ ])/i;
const familyRealms = /^(?:IP Camera ?\(|DVR\(|NVR\(|HIKVISION|DS-\d[A-Z\d])/i;
const otherRealms = /^(?:Login to [0-9A-F]|AXIS_|iPolis)/i;
const otherServers = /^(?:AXIS|Dahua|uc-httpd|Router|RomPager|micro_httpd|mini_httpd|GoAhead)/i;
const generalServers = /^(?:nginx|Apache|lighttpd|Microsoft-IIS|Caddy|openresty)(?:$|[/ ])/i;

/** Answer documents carry one of these namespaces, or the two elements of a refused login. */
function isIsapiBody(body: string): boolean {
  if (/<(?:userCheck|ResponseStatus|DeviceInfo)[\s>]/.test(body)) {
    return (
      /(?:isapi\.org|hikvision\.com|psialliance\.org|std-cgi\.com)\//.test(body) ||
      (body.includes('<userCheck') && body.includes('<statusString>'))
    );
  }
  return false;
}

function loginPage(text: string): string | null {
  const match = /\/doc\/(?:page\/login\.asp|index\.html#\/portal)/i.exec(text);
  return match === null ? null : `login page ${match[0]}`;
}

/** `Server: webserver` alone is too common a word; with the family's hexadecimal realm it tells. */
function bareWebserver({ server, realm }: Seen): string | null {
  if (!/^webserver$/i.test(server) || !/^[0-9a-f]{24,}$/i.test(realm)) return null;
  return 'server webserver with a hexadecimal realm';
}

/** A general web server that does not know a path every device of the family answers. */
function generalServer({ server, status }: Seen): string | null {
  return status === 404 && generalServers.test(server) ? `server ${excerpt(server)}, 404` : null;
}
