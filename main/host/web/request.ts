import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Api } from '../../contract/api.ts';
import type { AppErrorShape } from '../../contract/errors.ts';
import { fail } from '../../contract/result.ts';
import type { Log } from '../../ports/log.ts';
import { readPageFile } from '../page-files.ts';
import { problem } from '../problems.ts';
import { securityHeaders } from '../security.ts';
import { bodyLimitOf, readBody } from './body.ts';
import { doorstepPage, preferredLocale } from './doorstep.ts';
import { type Gate, readSession, sessionCookie } from './gate.ts';

/** What every request needs to know about the server it came to. */
export interface Site {
  readonly api: Api;
  readonly rendererDir: string;
  readonly log: Log;
  readonly gate: Gate;
  readonly port: number;
}

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: string | Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
}

const jsonType = 'application/json; charset=utf-8';

/** The names by which this machine may call us; any other `Host` is somebody's DNS trick. */
export function isOurHost(host: string | undefined, port: number): host is string {
  return [`127.0.0.1:${port}`, `localhost:${port}`, `[::1]:${port}`].includes(host ?? '');
}

/** Browsers put `Origin` on every POST and every WebSocket; whoever leaves it out is no page of ours. */
export function isOurOrigin(request: IncomingMessage): boolean {
  return request.headers.origin === `http://${request.headers.host}`;
}

export function hasSession(request: IncomingMessage, site: Site): boolean {
  return site.gate.hasSession(readSession(request.headers.cookie, site.port));
}

function refusal(status: number, error: AppErrorShape, headers?: Answer['headers']): Answer {
  const body = JSON.stringify(fail(error));
  return { status, type: jsonType, body, ...(headers === undefined ? {} : { headers }) };
}

function doorstep(request: IncomingMessage, why: 'used' | 'no-link'): Answer {
  const locale = preferredLocale(request.headers['accept-language']);
  return { status: 401, type: 'text/html; charset=utf-8', body: doorstepPage(why, locale) };
}

function login(request: IncomingMessage, url: URL, site: Site): Answer {
  const home = { status: 303, type: 'text/plain', body: '' };
  // Loading ahead is a guess of the browser: it must not use the link up.
  const isGuess = /prefetch|prerender/.test(String(request.headers['sec-purpose'] ?? ''));
  const isAsked = request.method === 'GET' && !isGuess;
  const secret = isAsked ? site.gate.redeem(url.searchParams.get('t') ?? '') : null;
  if (secret !== null) {
    return {
      ...home,
      headers: { location: '/', 'set-cookie': sessionCookie(site.port, secret) },
    };
  }
  // Reload or "back" in a browser that is already in.
  if (hasSession(request, site)) return { ...home, headers: { location: '/' } };
  return doorstep(request, 'used');
}

function isJson(request: IncomingMessage): boolean {
  return /^application\/json\s*(;|$)/i.test(request.headers['content-type'] ?? '');
}

async function callMethod(request: IncomingMessage, name: string, site: Site): Promise<Answer> {
  if (request.method !== 'POST') {
    return refusal(405, problem('auth.untrusted'), { allow: 'POST' });
  }
  if (!isOurOrigin(request)) return refusal(403, problem('auth.untrusted'));
  if (!isJson(request)) return refusal(415, problem('input.bad-json'));
  const limitBytes = bodyLimitOf(name);
  const body = await readBody(request, limitBytes);
  if (body.kind === 'too-large') {
    const headers = { connection: 'close' };
    return refusal(413, problem('input.too-large', { limitBytes }), headers);
  }
  if (body.kind === 'bad-json') return refusal(400, problem('input.bad-json'));
  const envelope = await site.api.callUnknown(name, body.input);
  return { status: 200, type: jsonType, body: JSON.stringify(envelope) };
}

async function pageFile(request: IncomingMessage, path: string, site: Site): Promise<Answer> {
  const text = 'text/plain; charset=utf-8';
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return { status: 405, type: text, body: 'GET only', headers: { allow: 'GET, HEAD' } };
  }
  const file = await readPageFile(site.rendererDir, path);
  if (file.kind === 'refused') return { status: 403, type: text, body: 'Not a path of this page' };
  if (file.kind === 'missing') return { status: 404, type: text, body: 'No such file' };
  return {
    status: 200,
    type: file.type,
    body: file.body,
    headers: { 'cache-control': file.cache },
  };
}

/** Judges in this order: whose name, what path, who asks, then what for. */
async function answer(request: IncomingMessage, site: Site): Promise<Answer> {
  if (!isOurHost(request.headers.host, site.port)) return refusal(421, problem('auth.untrusted'));
  const target = request.url ?? '';
  const base = `http://${request.headers.host}`;
  const url = target.startsWith('/') && URL.canParse(base + target) ? new URL(base + target) : null;
  if (url === null) return refusal(400, problem('auth.untrusted'));
  if (url.pathname === '/login') return login(request, url, site);
  const method = /^\/api\/([\w.%-]{1,100})$/.exec(url.pathname)?.[1];
  const isApi = url.pathname.startsWith('/api/');
  if (!hasSession(request, site)) {
    return isApi ? refusal(401, problem('auth.untrusted')) : doorstep(request, 'no-link');
  }
  if (isApi) return callMethod(request, method ?? '', site);
  // Not `url.pathname`: it has resolved `..` already, and a path that holds it is to be refused.
  return pageFile(request, target.split('?', 1)[0] ?? '', site);
}

function send(response: ServerResponse, reply: Answer, site: Site, isHead: boolean): void {
  const socket = isOurHost(response.req.headers.host, site.port)
    ? `ws://${response.req.headers.host}`
    : undefined;
  response.writeHead(reply.status, {
    ...securityHeaders(socket),
    'cache-control': 'no-store',
    'content-type': reply.type,
    'content-length': Buffer.byteLength(reply.body),
    ...reply.headers,
  });
  response.end(isHead ? undefined : reply.body);
}

/** Answers one request. What goes wrong inside is told by reference only. */
export async function handleRequest(
  request: IncomingMessage,
  response: ServerResponse,
  site: Site,
): Promise<void> {
  let reply: Answer;
  try {
    reply = await answer(request, site);
  } catch (thrown) {
    const error = problem('internal.unexpected');
    site.log.error(() => `web request failed: ${String(thrown)}`, { ref: error.ref });
    reply = refusal(500, error);
  }
  if (response.destroyed || response.headersSent) return;
  send(response, reply, site, request.method === 'HEAD');
}
