import type { WebFlavour } from '../models.ts';
import type { Rng } from '../rng.ts';
import type { DeviceView } from '../state.ts';
import type { DeviceSpec, SimHttpReply, SimHttpRequest } from '../types.ts';
import { type Dialect, dialects, type Node, render, renderBare } from './dialect.ts';
import { type LoginBody, LoginDesk } from './login.ts';
import { serveResource } from './resources.ts';

interface Flavour {
  readonly server: string;
  readonly loginPath: string;
  /** Firmware from before activation has no such page. */
  readonly hasActivateStatus: boolean;
  readonly supportVersion: number | null;
  readonly isBasic?: true;
}

const hikNamespace = 'http://www.hikvision.com/ver20/XMLSchema';
const login = '/doc/page/login.asp';

const usual: Flavour = {
  server: 'App-webs/',
  loginPath: login,
  hasActivateStatus: true,
  supportVersion: null,
};
const newer: Flavour = {
  server: 'webserver',
  loginPath: '/doc/index.html',
  hasActivateStatus: true,
  supportVersion: 3,
};

const flavours: Partial<Record<WebFlavour, Flavour>> = {
  'camera-old': { ...usual, hasActivateStatus: false, isBasic: true },
  camera: usual,
  'camera-new': newer,
  recorder: { ...usual, server: 'DNVRS-Webs' },
  dvr: { ...usual, server: 'DVRDVS-Webs' },
  terminal: newer,
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

function notActivated(flavour: Flavour, path: string): SimHttpReply {
  return xml(
    flavour.server,
    403,
    `<ResponseStatus version="2.0" xmlns="${hikNamespace}">\n<requestURL>${path.split('?')[0] ?? ''}</requestURL>\n<statusCode>4</statusCode>\n<statusString>Invalid Operation</statusString>\n<subStatusCode>notActivated</subStatusCode>\n</ResponseStatus>\n`,
  );
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

/** Pages that are open to everybody; `null` for all others. */
function openPage(view: DeviceView, flavour: Flavour, path: string): SimHttpReply | null {
  if (path === '/' || path === '/index.asp') return frontPage(flavour);
  if (path === flavour.loginPath) {
    return html(
      flavour.server,
      '<!doctype html>\n<html><head><title>login</title></head><body></body></html>\n',
    );
  }
  if (!flavour.hasActivateStatus) return null;
  if (path === '/SDK/activateStatus') return activateStatus(view, flavour);
  if (path !== '/SDK/language') return null;
  return xml(
    flavour.server,
    200,
    `<Language version="2.0" xmlns="${hikNamespace}">\n<type>en</type>\n</Language>\n`,
  );
}

export interface WebOptions {
  readonly view: DeviceView;
  readonly spec: DeviceSpec;
  readonly rng: Rng;
  /** A change that is made a moment after the answer left. */
  readonly later: (run: () => void, now: number) => void;
  /** The same, and then it boots. */
  readonly reboot: (run: () => void, now: number) => void;
}

/** The web server of one device. Independent of the client: it reads, hashes and writes by itself. */
export class WebServer {
  private readonly options: WebOptions;
  private readonly flavour: Flavour | null;
  private readonly dialect: Dialect | null;
  private readonly desk: LoginDesk | null;
  /** Settings that wait for a reboot. */
  private waiting: readonly (() => void)[] = [];

  constructor(options: WebOptions) {
    const { view, spec, rng } = options;
    const { web } = view.identity.model;
    this.options = options;
    this.flavour = flavours[web] ?? null;
    this.dialect = dialects[web] ?? null;
    const rules = {
      login:
        spec.webLogin ?? (this.flavour?.isBasic === true ? ('basic' as const) : ('md5' as const)),
      nonceLifeMs: spec.nonceLifeMs ?? 60_000,
      nonceUses: spec.nonceUses ?? (web === 'terminal' ? 2 : Number.POSITIVE_INFINITY),
    };
    this.desk = this.dialect && new LoginDesk({ view, rules, dialect: this.dialect, rng });
  }

  /** `null`: no web server here, or the connection dies. */
  answer(request: SimHttpRequest, now: number): SimHttpReply | null {
    const { view } = this.options;
    const { flavour, dialect, desk } = this;
    if (view.identity.model.web === 'none') return null;
    const isGet = request.method === 'GET' || request.method === 'HEAD';
    if (flavour === null || dialect === null || desk === null) {
      return isGet ? foreign(view, request.path) : null;
    }
    const path = request.path.split('?')[0] ?? '';
    const open = isGet ? openPage(view, flavour, path) : null;
    if (open !== null) return open;
    if (!/^\/(?:ISAPI|PSIA)\//.test(path)) return notFound(flavour.server);
    if (!view.state.isActivated) return notActivated(flavour, path);
    const outcome = desk.judge(request, now);
    if (outcome.kind === 'in') return this.serve(request, { flavour, dialect, now });
    const page = refusal(flavour, dialect, outcome.body);
    const challenges = outcome.challenges.map((line) => ['WWW-Authenticate', line] as const);
    return { ...page, headers: [...page.headers, ...challenges] };
  }

  private serve(
    request: SimHttpRequest,
    { flavour, dialect, now }: { flavour: Flavour; dialect: Dialect; now: number },
  ): SimHttpReply | null {
    const { view, spec, later, reboot } = this.options;
    const usualEdit = view.identity.model.kind === 'recorder' ? 'reboot' : 'at-once';
    const addressEdit = spec.addressEdit ?? usualEdit;
    const outcome = serveResource({ view, now, request, dialect, addressEdit });
    const { apply } = outcome;
    if (apply !== undefined && /reboot/.test(addressEdit) && /ipAddress/.test(request.path)) {
      this.waiting = [apply];
    } else if (apply !== undefined) {
      later(apply, now);
    }
    if (outcome.isReboot === true) {
      const { waiting } = this;
      this.waiting = [];
      reboot(() => {
        for (const run of waiting) run();
      }, now);
    }
    if (outcome.isSilent === true) return null;
    return document(flavour, outcome.status, render(outcome.body, dialect));
  }
}

function document(flavour: Flavour, status: number, body: string): SimHttpReply {
  const page = xml(flavour.server, status, '');
  return { ...page, body };
}

const page401 =
  '<!DOCTYPE html>\n<html><head><title>Document Error: Unauthorized</title></head>\n<body><h2>Access Error: 401 -- Unauthorized</h2>\n</body>\n</html>\n';

function refusal(flavour: Flavour, dialect: Dialect, body: LoginBody): SimHttpReply {
  if (body === 'none') return html(flavour.server, '', 401);
  if (body === 'page') return html(flavour.server, page401, 401);
  if (!('check' in body)) return document(flavour, 401, render(body as Node, dialect));
  const text = body.isBare ? renderBare(body.check, dialect) : render(body.check, dialect);
  return document(flavour, 401, text);
}
