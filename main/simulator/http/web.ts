import type { WebFlavour } from '../models.ts';
import type { Rng } from '../rng.ts';
import type { DeviceView } from '../state.ts';
import type { DeviceSpec, SimHttpReply, SimHttpRequest, UserLevel, WebFault } from '../types.ts';
import { ActivationDesk } from './activation.ts';
import { type Dialect, dialects, type Node, render, renderBare } from './dialect.ts';
import { headerOf, type LoginBody, LoginDesk } from './login.ts';
import { serveResource } from './resources.ts';
import type { ResourceOutcome, WebSite } from './said.ts';

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

/** An answer over HTTP leaves before what it announces is done. */
export const answersFirstMs = 300;
const usualSlowMs = 4000;

export interface WebOptions {
  readonly view: DeviceView;
  readonly spec: DeviceSpec;
  readonly rng: Rng;
  readonly site: WebSite;
  /** Something it does by itself at a time; announced, it says Hello then. */
  readonly later: (at: number, run: () => void, isAnnounced: boolean) => void;
  /** A change that was made at once. */
  readonly changed: () => void;
  /** A change that is made a moment after the answer left, and then it boots. */
  readonly reboot: (run: () => void, now: number) => void;
  readonly setPassword: (password: string | null) => void;
}

interface Face {
  readonly flavour: Flavour;
  readonly dialect: Dialect;
}

/** The web server of one device. Independent of the client: it reads, hashes and writes by itself. */
export class WebServer {
  private readonly options: WebOptions;
  private readonly face: Face | null;
  private readonly desk: LoginDesk | null;
  private readonly activation: ActivationDesk;
  private readonly faults: ReadonlySet<WebFault>;
  /** Settings that wait for a reboot. */
  private waiting: readonly (() => void)[] = [];

  constructor(options: WebOptions) {
    const { view, spec, rng } = options;
    const { web } = view.identity.model;
    this.options = options;
    const [flavour, dialect] = [flavours[web], dialects[web]];
    this.face = flavour === undefined || dialect === undefined ? null : { flavour, dialect };
    const rules = {
      login: spec.webLogin ?? (flavour?.isBasic === true ? ('basic' as const) : ('md5' as const)),
      nonceLifeMs: spec.nonceLifeMs ?? 60_000,
      nonceUses: spec.nonceUses ?? (web === 'terminal' ? 2 : Number.POSITIVE_INFINITY),
    };
    this.desk = this.face && new LoginDesk({ view, rules, dialect: this.face.dialect, rng });
    this.activation = new ActivationDesk(flavour?.supportVersion ?? null);
    this.faults = new Set(spec.webFaults);
  }

  /** `null`: no web server here, or the connection dies. */
  answer(request: SimHttpRequest, now: number): SimHttpReply | null {
    const isGet = request.method === 'GET' || request.method === 'HEAD';
    if (this.faults.has('deaf')) return silence;
    if (this.faults.has('redirects')) return this.redirect(request);
    const reply = this.route(request, now);
    if (reply === null) return null;
    // What was not let in is answered: only somebody who is in can be left without one.
    const isDone = reply.status === 200 && !isGet;
    if (isDone && this.faults.has('deaf-to-writes')) return silence;
    const said =
      this.faults.has('error-in-200') && reply.status >= 400 && !isUnasked(request)
        ? { ...reply, status: 200 }
        : reply;
    const { webDelayMs = usualSlowMs } = this.options.spec;
    return this.faults.has('slow') ? { ...said, delayMs: webDelayMs } : said;
  }

  private redirect({ path }: SimHttpRequest): SimHttpReply {
    const { address } = this.options.view.state.net;
    const { headers, ...page } = html(this.face?.flavour.server ?? 'webserver', '', 302);
    return { ...page, headers: [...headers, ['Location', `https://${address}${path}`]] };
  }

  private route(request: SimHttpRequest, now: number): SimHttpReply | null {
    const { view } = this.options;
    const { face, desk } = this;
    if (view.identity.model.web === 'none') return null;
    const isGet = request.method === 'GET' || request.method === 'HEAD';
    if (face === null || desk === null) return isGet ? foreign(view, request.path) : null;
    const { flavour, dialect } = face;
    const path = request.path.split('?')[0] ?? '';
    const open = isGet ? openPage(view, flavour, path) : null;
    if (open !== null) return open;
    if (!/^\/(?:ISAPI|PSIA)\//.test(path)) return notFound(flavour.server);
    const activated = this.activate(request, path);
    if (activated !== null) return this.write(activated);
    if (!view.state.isActivated) return notActivated(flavour, path);
    const outcome = desk.judge(request, now);
    if (outcome.kind === 'in') return this.serve(request, outcome.level, now);
    const page = refusal(flavour, dialect, outcome.body);
    const challenges = outcome.challenges.map((line) => ['WWW-Authenticate', line] as const);
    return { ...page, headers: [...page.headers, ...challenges] };
  }

  /** Firmware from before activation has none of its paths. */
  private activate(request: SimHttpRequest, path: string): ResourceOutcome | null {
    if (this.face?.flavour.hasActivateStatus !== true) return null;
    const { view, spec, rng, changed } = this.options;
    const outcome = this.activation.answer({ view, spec, rng, request, path });
    if (outcome?.status === 200) changed();
    return outcome;
  }

  private serve(request: SimHttpRequest, level: UserLevel, now: number): SimHttpReply | null {
    const { view, spec, site, rng, later, setPassword } = this.options;
    if (this.face === null) return null;
    const usualEdit = view.identity.model.kind === 'recorder' ? 'reboot' : 'at-once';
    const addressEdit = spec.addressEdit ?? usualEdit;
    const outcome = serveResource({
      ...{ view, spec, site, rng, now, request, level, addressEdit, setPassword },
      dialect: this.face.dialect,
      later: (delayMs, run) => later(now + delayMs, run, false),
    });
    this.take(outcome, now);
    return outcome.isSilent === true ? null : this.write(outcome);
  }

  private take({ apply, when, isReboot }: ResourceOutcome, now: number): void {
    const { later, reboot, changed } = this.options;
    if (apply !== undefined && when === 'at-boot') this.waiting = [...this.waiting, apply];
    else if (apply !== undefined && when === 'after-answer')
      later(now + answersFirstMs, apply, true);
    else if (apply !== undefined) {
      apply();
      changed();
    }
    if (isReboot !== true) return;
    const { waiting } = this;
    this.waiting = [];
    reboot(() => {
      for (const run of waiting) run();
    }, now);
  }

  private write({ status, body, json, bytes }: ResourceOutcome): SimHttpReply {
    const { flavour, dialect } = this.face ?? { flavour: usual, dialect: null };
    const server = ['Server', flavour.server] as const;
    if (bytes !== undefined) {
      const headers = [server, ['Content-Type', 'application/octet-stream'] as const];
      return { status, headers, body: '', bytes };
    }
    if (json !== undefined) {
      const headers = [server, ['Content-Type', 'application/json'] as const];
      return { status, headers, body: JSON.stringify(json) };
    }
    return document(flavour, status, dialect === null ? '' : render(body, dialect));
  }
}

const silence: SimHttpReply = {
  ...{ status: 200, headers: [], body: '' },
  delayMs: Number.POSITIVE_INFINITY,
};

/** Without a login a device always says 401: else nobody could ever log in. */
function isUnasked(request: SimHttpRequest): boolean {
  return headerOf(request, 'authorization') === null;
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
