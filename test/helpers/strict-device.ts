import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';

/**
 * A device that forgives nothing, written from captures and RFC 7616 alone: a nonce is good for one use and
 * one path, every parameter must come back exactly, and each wrong password counts.
 */
export type Dialect = 'camera' | 'recorder';

export interface StrictOptions {
  readonly dialect?: Dialect;
  /** Replaces the dialect's challenges; `nonce` is the fresh one. */
  readonly challenge?: (nonce: string) => readonly string[];
  readonly algorithm?: 'MD5' | 'SHA-256' | 'MD5-sess' | 'SHA-256-sess';
  readonly password?: string;
  readonly maxAttempts?: number;
  /** What a signed request gets the first so many times, whatever its password. */
  readonly first?: { readonly count: number; readonly what: 'stale' | 'nonce' | 'silent' };
  /** The body of a wrong password; the dialect's userCheck when absent. */
  readonly wrongBody?: string;
  readonly tls?: { readonly key: Buffer; readonly cert: Buffer };
  /** Answers everything itself when it returns true. */
  readonly override?: (request: IncomingMessage, response: ServerResponse) => boolean;
}

export interface StrictDevice {
  readonly port: number;
  /** Every `Authorization` it saw, and why it was refused; `null` when it was right. */
  readonly heard: { readonly header: string; readonly fault: string | null }[];
  readonly requests: { readonly method: string; readonly path: string; readonly body: string }[];
  readonly wrongTries: () => number;
  close(): Promise<void>;
}

const realms: Readonly<Record<Dialect, string>> = {
  camera: 'IP Camera(E1518)',
  recorder: 'fe12f37bd00a1bccbbd35f1a',
};

const body = {
  camera: (left: number, isLocked: boolean) =>
    `<userCheck>\n<statusValue>401</statusValue>\n<statusString>Unauthorized</statusString>\n<lockStatus>${isLocked ? 'lock' : 'unlock'}</lockStatus>\n<unlockTime>${isLocked ? 1800 : 0}</unlockTime>\n<retryLoginTime>${left}</retryLoginTime>\n</userCheck>\n`,
  recorder: (left: number, isLocked: boolean) =>
    `<?xml version="1.0" encoding="UTF-8" ?>\n<userCheck version="2.0" xmlns="http://www.isapi.org/ver20/XMLSchema">\n  <statusValue>401</statusValue>\n  <statusString>Unauthorized</statusString>\n  <isActivated>true</isActivated>\n  <lockStatus>${isLocked ? 'locked' : 'unlock'}</lockStatus>\n  <unlockTime>${isLocked ? 1800 : 0}</unlockTime>\n  <retryLoginTime>${left}</retryLoginTime>\n</userCheck>\n`,
} as const;

const page401 = '<html><head><title>401</title></head><body>Unauthorized</body></html>';

class Strict {
  readonly heard: { header: string; fault: string | null }[] = [];
  readonly requests: { method: string; path: string; body: string }[] = [];
  readonly nonces = new Map<string, boolean>();
  readonly dialect: Dialect;
  wrong = 0;
  signed = 0;
  serial = 0;
  readonly options: StrictOptions;

  constructor(options: StrictOptions) {
    this.options = options;
    this.dialect = options.dialect ?? 'camera';
  }

  get algorithm(): string {
    return this.options.algorithm ?? 'MD5';
  }

  get isLocked(): boolean {
    return this.wrong >= (this.options.maxAttempts ?? 5);
  }

  challenges(isStale = false): readonly string[] {
    this.serial += 1;
    const plain = `${'4d5441324e475533'.repeat(2)}${this.serial.toString(16).padStart(16, '0')}`;
    const nonce = this.dialect === 'camera' ? plain : `${plain}:16850000${this.serial}`;
    this.nonces.set(nonce, false);
    const { challenge } = this.options;
    if (challenge !== undefined) return challenge(nonce);
    const stale = isStale ? 'TRUE' : 'FALSE';
    const name = this.algorithm === 'MD5' ? '' : `, algorithm="${this.algorithm}"`;
    return this.dialect === 'camera'
      ? [`Digest qop="auth", realm="${realms.camera}", nonce="${nonce}"${name}, stale="${stale}"`]
      : [
          `Digest realm="${realms.recorder}", domain="::", qop="auth", nonce="${nonce}", opaque="", algorithm="${this.algorithm}", stale="${stale}"`,
        ];
  }

  /** What is wrong with an answer; `password` when only that is. */
  faultOf(header: string, request: IncomingMessage): string | null {
    const match = /^Digest (.*)$/.exec(header);
    const pairs = (match?.[1] ?? '').matchAll(/(\w+)=(?:"((?:[^"\\]|\\.)*)"|([^\s,"]+))(?:, ?|$)/g);
    const seen = new Map([...pairs].map(([, name, quoted, bare]) => [name, quoted ?? bare ?? '']));
    const names = [...(match?.[1] ?? '').matchAll(/(\w+)=(?=["\w])/g)].map(([, name]) => name);
    if (match === null || new Set(names).size !== names.length) return 'form';
    const hasAlgorithm = this.dialect === 'recorder' || this.algorithm !== 'MD5';
    const wanted = { realm: realms[this.dialect], uri: request.url, qop: 'auth', nc: '00000001' };
    for (const [name, value] of Object.entries(wanted)) if (seen.get(name) !== value) return name;
    if (seen.get('algorithm') !== (hasAlgorithm ? this.algorithm : undefined)) return 'algorithm';
    if (seen.get('opaque') !== (this.dialect === 'recorder' ? '' : undefined)) return 'opaque';
    if (/\b(nc|qop|algorithm)="/.test(header)) return 'quotes around a token';
    const [nonce = '', cnonce = ''] = [seen.get('nonce'), seen.get('cnonce')];
    if (this.nonces.get(nonce) !== false) return 'nonce';
    this.nonces.set(nonce, true);
    if (!/^[\w+/=]{16,}$/.test(cnonce)) return 'cnonce';
    const hash = (text: string) =>
      createHash(this.algorithm.startsWith('MD5') ? 'md5' : 'sha256')
        .update(text)
        .digest('hex');
    const { password = 'Strict-2026!' } = this.options;
    const plain = hash(`admin:${wanted.realm}:${password}`);
    const isSession = this.algorithm.endsWith('-sess');
    const ha1 = isSession ? hash(`${plain}:${nonce}:${cnonce}`) : plain;
    const ha2 = hash(`${request.method}:${request.url}`);
    const right = hash(`${ha1}:${nonce}:00000001:${cnonce}:auth:${ha2}`);
    return seen.get('username') === 'admin' && seen.get('response') === right ? null : 'password';
  }

  refuse(response: ServerResponse, text: string, challenges: readonly string[]): void {
    const isXml = text.includes('<userCheck') || text.includes('<ResponseStatus');
    const headers = [
      ...['Server', this.dialect === 'camera' ? 'App-webs/' : 'DNVRS-Webs'],
      ...['Content-Type', isXml ? 'application/xml; charset="UTF-8"' : 'text/html'],
      ...challenges.flatMap((line) => ['WWW-Authenticate', line]),
    ];
    response.writeHead(401, headers);
    response.end(text);
  }

  answer(request: IncomingMessage, response: ServerResponse): void {
    if (this.options.override?.(request, response) === true) return;
    const header = Buffer.from(request.headers.authorization ?? '', 'latin1').toString('utf8');
    if (header === '') {
      const told = this.isLocked ? body[this.dialect](0, true) : page401;
      this.refuse(response, told, this.challenges());
      return;
    }
    this.signed += 1;
    const fault = this.faultOf(header, request);
    this.heard.push({ header, fault });
    const { first, wrongBody, maxAttempts = 5 } = this.options;
    if (first !== undefined && this.signed <= first.count) {
      if (first.what === 'silent') request.socket.destroy();
      else if (first.what === 'stale') this.refuse(response, page401, this.challenges(true));
      else this.refuse(response, '', this.challenges());
      return;
    }
    if (fault === null && !this.isLocked) {
      response.writeHead(200, ['Content-Type', 'application/xml']);
      response.end('<DeviceInfo><model>strict</model></DeviceInfo>');
      return;
    }
    if (!this.isLocked) this.wrong += 1;
    const left = Math.max(0, maxAttempts - this.wrong);
    const text = body[this.dialect](left, this.isLocked);
    this.refuse(response, wrongBody ?? text, this.challenges());
  }
}

export async function startStrictDevice(options: StrictOptions = {}): Promise<StrictDevice> {
  const device = new Strict(options);
  const listener = (request: IncomingMessage, response: ServerResponse) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { method = '', url: path = '' } = request;
      device.requests.push({ method, path, body: Buffer.concat(chunks).toString('utf8') });
      device.answer(request, response);
    });
  };
  const server =
    options.tls === undefined ? createServer(listener) : createTlsServer(options.tls, listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    heard: device.heard,
    requests: device.requests,
    wrongTries: () => device.wrong,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
