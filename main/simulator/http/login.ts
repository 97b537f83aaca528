import { type Account, isPassword } from '../account.ts';
import { fromBase64 } from '../base64.ts';
import { hexDigest } from '../device-crypto.ts';
import { attemptsLeft, countWrong, forgive, isLocked, lockMinutes } from '../lock.ts';
import type { Rng } from '../rng.ts';
import type { DeviceView } from '../state.ts';
import type { SimHttpRequest, UserLevel, WebLogin } from '../types.ts';
import type { Dialect, Node } from './dialect.ts';

/** What a login came to. `challenges`: none, where firmware leaves them out. */
export type LoginOutcome =
  | { readonly kind: 'in'; readonly level: UserLevel }
  | { readonly kind: 'refused'; readonly challenges: readonly string[]; readonly body: LoginBody };

/** `page`: HTML without numbers. `none`: nothing at all. */
export type LoginBody = 'page' | 'none' | { readonly check: Node; readonly isBare: boolean } | Node;

export interface LoginRules {
  readonly login: WebLogin;
  readonly nonceLifeMs: number;
  /** How often one nonce may be used. */
  readonly nonceUses: number;
}

type Hash = 'md5' | 'sha256';

interface Nonce {
  readonly at: number;
  uses: number;
}

const keptNonces = 256;

/** The lock and the nonces of one device's web server. Written from captures and RFC 7616, apart from the client. */
export class LoginDesk {
  private readonly nonces = new Map<string, Nonce>();
  private readonly options: {
    readonly view: DeviceView;
    readonly rules: LoginRules;
    readonly dialect: Dialect;
    readonly rng: Rng;
  };

  constructor(options: LoginDesk['options']) {
    this.options = options;
  }

  /** Whether this request may pass. A wrong password counts on the lock that SADP counts on too. */
  judge(request: SimHttpRequest, now: number): LoginOutcome {
    const { lock, account } = this.options.view.state;
    const header = headerOf(request, 'authorization');
    if (isLocked(lock, now)) return this.refuse(now, this.told(now));
    if (header === null || account === null) return this.refuse(now, this.unasked());
    const [scheme = ''] = header.split(' ', 1);
    if (scheme.toLowerCase() === 'basic') return this.judgeBasic(header, now);
    return this.judgeDigest(header, request, now);
  }

  /** `null`: nobody has this name. */
  private known(name: string): { account: Account; level: UserLevel } | null {
    const { account, users } = this.options.view.state;
    if (account?.userName === name) return { account, level: 'Administrator' };
    return users.find((user) => user.account.userName === name) ?? null;
  }

  private judgeBasic(header: string, now: number): LoginOutcome {
    const { login } = this.options.rules;
    const isOn = login === 'basic' || login === 'digest-basic';
    const data = fromBase64(header.slice(6).trim());
    if (!isOn || data === null) return this.refuse(now, 'page');
    const colon = data.indexOf(58);
    const name = new TextDecoder().decode(data.subarray(0, colon));
    const person = this.known(name);
    const isRight = person !== null && isPassword(person.account, data.subarray(colon + 1));
    return this.settle(isRight ? person.level : null, now);
  }

  private judgeDigest(header: string, request: SimHttpRequest, now: number): LoginOutcome {
    const answer = readAnswer(header);
    const nonce = answer === null ? undefined : this.nonces.get(answer.get('nonce') ?? '');
    // A nonce nobody knows: the password is not looked at.
    if (answer === null || nonce === undefined) return this.refuse(now, this.strangeNonce());
    const hash: Hash = /^sha-256/i.test(answer.get('algorithm') ?? '') ? 'sha256' : 'md5';
    if (!this.offered().includes(hash)) return this.refuse(now, 'page');
    const person = this.known(answer.get('username') ?? '');
    const isRight =
      person !== null && this.isRight(answer, { hash, account: person.account, request });
    nonce.uses += 1;
    // Seen on a terminal: one use too many is met with a userCheck and no way on.
    if (nonce.uses > this.options.rules.nonceUses) {
      return { kind: 'refused', challenges: [], body: this.unasked(true) };
    }
    if (isRight && now - nonce.at > this.options.rules.nonceLifeMs) {
      return this.refuse(now, 'page', 'TRUE');
    }
    return this.settle(isRight ? person.level : null, now);
  }

  private isRight(
    answer: ReadonlyMap<string, string>,
    { hash, account, request }: { hash: Hash; account: Account; request: SimHttpRequest },
  ): boolean {
    const read = (name: string): string => answer.get(name) ?? '';
    const isForm =
      read('realm') === realmOf(this.options.view) &&
      read('uri') === request.path &&
      read('qop') === 'auth' &&
      /^[0-9a-f]{8}$/.test(read('nc')) &&
      read('cnonce').length >= 8;
    const ha1 = account.httpHash(hash, read('realm'));
    const ha2 = hexDigest(hash, `${request.method}:${request.path}`);
    const parts = [ha1, read('nonce'), read('nc'), read('cnonce'), 'auth', ha2];
    return isForm && read('response') === hexDigest(hash, parts.join(':'));
  }

  private settle(level: UserLevel | null, now: number): LoginOutcome {
    const { lock } = this.options.view.state;
    if (level !== null) {
      forgive(lock);
      return { kind: 'in', level };
    }
    countWrong(lock, now);
    return this.refuse(now, this.told(now));
  }

  private refuse(now: number, body: LoginBody, stale: 'TRUE' | 'FALSE' = 'FALSE'): LoginOutcome {
    return { kind: 'refused', challenges: this.challenges(now, stale), body };
  }

  /** Tries left and lock, as far as this firmware tells them. */
  private told(now: number): LoginBody {
    const { view, dialect } = this.options;
    if (dialect.refusal === 'page' || view.identity.refusals === 'failed') return 'page';
    const { lock } = view.state;
    const isShut = isLocked(lock, now);
    const seconds = isShut
      ? Math.min(lockMinutes(lock, now) * 60, Math.ceil((lock.until - now) / 1000))
      : 0;
    const isBare = dialect.refusal === 'bare';
    const check: Node = [
      'userCheck',
      [
        ...plainCheck,
        ...(isBare ? [] : [['isActivated', 'true'] as const]),
        ['lockStatus', isShut ? dialect.locked : 'unlock'],
        ['unlockTime', seconds],
        ['retryLoginTime', attemptsLeft(lock)],
      ],
    ];
    return { check, isBare };
  }

  /** To somebody who has not tried: recorders send a document, cameras a page. */
  private unasked(isCheck = false): LoginBody {
    const isDocument = isCheck || this.options.dialect.indent !== '';
    return isDocument ? { check: ['userCheck', plainCheck], isBare: false } : 'page';
  }

  private strangeNonce(): LoginBody {
    if (this.options.dialect.indent === '') return 'none';
    return [
      'ResponseStatus',
      [
        ['statusCode', 4],
        ['statusString', 'Invalid Operation'],
        ['subStatusCode', 'invalidOperation'],
      ],
    ];
  }

  private offered(): readonly Hash[] {
    const { login } = this.options.rules;
    if (login === 'sha256') return ['sha256'];
    if (login === 'md5-sha256') return ['md5', 'sha256'];
    return login === 'basic' ? [] : ['md5'];
  }

  private challenges(now: number, stale: 'TRUE' | 'FALSE'): readonly string[] {
    const { view, rules } = this.options;
    const basic = rules.login === 'basic' || rules.login === 'digest-basic';
    const digests = this.offered().map((hash) => this.challenge(hash, now, stale));
    return [...(basic ? [`Basic realm="${basicRealm(view)}"`] : []), ...digests];
  }

  private challenge(hash: Hash, now: number, stale: 'TRUE' | 'FALSE'): string {
    const { view, rng } = this.options;
    const isRecorder = isRecorderLike(view);
    const nonce = isRecorder ? `${rng.hex(32)}:${rng.int(100_000, 999_999_999)}` : rng.hex(48);
    this.remember(nonce, now);
    const realm = realmOf(view);
    const name = hash === 'md5' ? 'MD5' : 'SHA-256';
    if (isRecorder) {
      return `Digest realm="${realm}", domain="::", qop="auth", nonce="${nonce}", opaque="", algorithm="${name}", stale="${stale}"`;
    }
    const algorithm = hash === 'md5' ? '' : `, algorithm="${name}"`;
    return `Digest qop="auth", realm="${realm}", nonce="${nonce}"${algorithm}, stale="${stale}"`;
  }

  private remember(nonce: string, at: number): void {
    this.nonces.set(nonce, { at, uses: 0 });
    const [oldest] = this.nonces.keys();
    if (this.nonces.size > keptNonces && oldest !== undefined) this.nonces.delete(oldest);
  }
}

const plainCheck: readonly Node[] = [
  ['statusValue', 401],
  ['statusString', 'Unauthorized'],
];

function isRecorderLike({ identity }: DeviceView): boolean {
  return identity.model.web === 'recorder' || identity.model.web === 'dvr';
}

const basicRealm = ({ identity }: DeviceView): string => identity.model.name;

/** The realm of a camera ends in five characters of its own; that of a recorder is opaque hexadecimal. */
function realmOf(view: DeviceView): string {
  const { mac, serial, model } = view.identity;
  if (isRecorderLike(view)) return `${mac.replaceAll(':', '')}${'5b'.repeat(6)}`;
  if (model.web === 'terminal') return `DS-${mac.slice(-8).replaceAll(':', '').toUpperCase()}`;
  return `IP Camera(${serial.slice(-9, -4)})`;
}

export function headerOf({ headers }: SimHttpRequest, name: string): string | null {
  return headers.find(([key]) => key.toLowerCase() === name)?.[1] ?? null;
}

/** Parameters of a digest answer, quoted or not; `null` for anything else. */
function readAnswer(header: string): ReadonlyMap<string, string> | null {
  const rest = /^Digest\s+(.*)$/is.exec(header)?.[1];
  if (rest === undefined || rest.length > 4096) return null;
  const pairs = rest.matchAll(/(\w+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,"]*))/g);
  return new Map(
    [...pairs].map(([, name = '', quoted, bare = '']) => [
      name.toLowerCase(),
      quoted === undefined ? bare : quoted.replace(/\\(.)/g, '$1'),
    ]),
  );
}
