import type { WebFlavour } from './models.ts';
import type { Rng } from './rng.ts';
import type { DeviceView } from './state.ts';
import type { SimHttpReply } from './types.ts';

interface Flavour {
  readonly server: string;
  readonly loginPath: string;
  /** Firmware from before activation has no such page. */
  readonly hasActivateStatus: boolean;
  readonly supportVersion: number | null;
  readonly challenge: (view: DeviceView, rng: Rng) => readonly string[];
}

const hikNamespace = 'http://www.hikvision.com/ver20/XMLSchema';
const login = '/doc/page/login.asp';

/** The realm of a camera ends in five characters of its own; that of a recorder is opaque hexadecimal. */
const cameraDigest = (view: DeviceView, rng: Rng): string =>
  `Digest qop="auth", realm="IP Camera(${view.identity.serial.slice(-9, -4)})", nonce="${rng.hex(48)}", stale="FALSE"`;
const recorderDigest = (view: DeviceView, rng: Rng): string =>
  `Digest realm="${view.identity.mac.replaceAll(':', '')}${'5b'.repeat(6)}", domain="::", qop="auth", nonce="${rng.hex(32)}:${rng.int(100_000, 999_999_999)}", opaque="", algorithm="MD5", stale="FALSE"`;
const terminalDigest = (view: DeviceView, rng: Rng): string =>
  `Digest qop="auth", realm="DS-${view.identity.mac.slice(-8).replaceAll(':', '').toUpperCase()}", nonce="${rng.hex(48)}", stale="FALSE"`;

const flavours: Partial<Record<WebFlavour, Flavour>> = {
  'camera-old': {
    server: 'App-webs/',
    loginPath: login,
    hasActivateStatus: false,
    supportVersion: null,
    challenge: (view) => [`Basic realm="${view.identity.model.name}"`],
  },
  camera: {
    server: 'App-webs/',
    loginPath: login,
    hasActivateStatus: true,
    supportVersion: null,
    challenge: (view, rng) => [cameraDigest(view, rng)],
  },
  'camera-new': {
    server: 'webserver',
    loginPath: '/doc/index.html',
    hasActivateStatus: true,
    supportVersion: 3,
    challenge: (view, rng) => [cameraDigest(view, rng)],
  },
  recorder: {
    server: 'DNVRS-Webs',
    loginPath: login,
    hasActivateStatus: true,
    supportVersion: null,
    challenge: (view, rng) => [recorderDigest(view, rng)],
  },
  dvr: {
    server: 'DVRDVS-Webs',
    loginPath: login,
    hasActivateStatus: true,
    supportVersion: null,
    challenge: (view, rng) => [recorderDigest(view, rng)],
  },
  terminal: {
    server: 'webserver',
    loginPath: '/doc/index.html',
    hasActivateStatus: true,
    supportVersion: 3,
    challenge: (view, rng) => [terminalDigest(view, rng)],
  },
};

function html(server: string, body: string, status = 200): SimHttpReply {
  return {
    status,
    headers: [
      ['Server', server],
      ['X-Frame-Options', 'SAMEORIGIN'],
      ['Content-Type', 'text/html'],
    ],
    body,
  };
}

function xml(server: string, status: number, body: string): SimHttpReply {
  return {
    status,
    headers: [
      ['Server', server],
      ['Content-Type', 'application/xml; charset="UTF-8"'],
    ],
    body: `<?xml version="1.0" encoding="UTF-8" ?>\n${body}`,
  };
}

function frontPage(flavour: Flavour): SimHttpReply {
  const target =
    flavour.loginPath === login
      ? `"${login}?_" + (new Date()).getTime()`
      : '"/doc/index.html#/portal/login"';
  return html(
    flavour.server,
    `<!doctype html>\n<html>\n<head>\n<title>index</title>\n<script>window.location.href = ${target};</script>\n</head>\n<body></body>\n</html>\n`,
  );
}

function activateStatus(view: DeviceView, flavour: Flavour): SimHttpReply {
  const lines = [`<Activated>${view.state.isActivated ? 'true' : 'false'}</Activated>`];
  if (flavour.supportVersion !== null) {
    lines.push(`<supportVersion>${flavour.supportVersion}</supportVersion>`);
  }
  return xml(
    flavour.server,
    200,
    `<ActivateStatus version="2.0" xmlns="${hikNamespace}">\n${lines.join('\n')}\n</ActivateStatus>\n`,
  );
}

function isapi(view: DeviceView, flavour: Flavour, path: string, rng: Rng): SimHttpReply {
  if (!view.state.isActivated) {
    return xml(
      flavour.server,
      403,
      `<ResponseStatus version="2.0" xmlns="${hikNamespace}">\n<requestURL>${path.split('?')[0] ?? ''}</requestURL>\n<statusCode>4</statusCode>\n<statusString>Invalid Operation</statusString>\n<subStatusCode>notActivated</subStatusCode>\n</ResponseStatus>\n`,
    );
  }
  const page = html(
    flavour.server,
    '<!DOCTYPE html>\n<html><head><title>Document Error: Unauthorized</title></head>\n<body><h2>Access Error: 401 -- Unauthorized</h2>\n</body>\n</html>\n',
    401,
  );
  const challenges = flavour
    .challenge(view, rng)
    .map((line) => ['WWW-Authenticate', line] as const);
  return { ...page, headers: [...page.headers, ...challenges] };
}

function notFound(server: string): SimHttpReply {
  return html(
    server,
    '<!DOCTYPE html>\n<html><head><title>Document Error: Not Found</title></head>\n<body><h2>Access Error: 404 -- Not Found</h2>\n</body>\n</html>\n',
    404,
  );
}

/** Something else on the network: a router's page, a camera of another maker. */
function foreign(view: DeviceView, path: string): SimHttpReply {
  const server = view.identity.model.web === 'foreign-web' ? 'lighttpd/1.4.59' : 'Boa/0.94.14rc21';
  if (path !== '/') return html(server, '<html><body><h1>404 Not Found</h1></body></html>\n', 404);
  return html(
    server,
    `<html><head><title>${view.identity.model.name}</title></head><body><form action="/login.cgi"><input name="user"></form></body></html>\n`,
  );
}

/** One GET without credentials; `null` when this device has no web server. */
export function answerGet(view: DeviceView, path: string, rng: Rng): SimHttpReply | null {
  const { web } = view.identity.model;
  if (web === 'none') return null;
  const flavour = flavours[web];
  if (flavour === undefined) return foreign(view, path);
  const bare = path.split('?')[0] ?? '';
  if (bare === '/' || bare === '/index.asp') return frontPage(flavour);
  if (bare === flavour.loginPath) {
    return html(
      flavour.server,
      '<!doctype html>\n<html><head><title>login</title></head><body></body></html>\n',
    );
  }
  if (bare === '/SDK/activateStatus' && flavour.hasActivateStatus)
    return activateStatus(view, flavour);
  // SDK/language is one of the pages that are open before a login.
  if (bare === '/SDK/language' && flavour.hasActivateStatus) {
    return xml(
      flavour.server,
      200,
      `<Language version="2.0" xmlns="${hikNamespace}">\n<type>en</type>\n</Language>\n`,
    );
  }
  if (bare.startsWith('/ISAPI/') || bare.startsWith('/PSIA/'))
    return isapi(view, flavour, path, rng);
  return notFound(flavour.server);
}
