import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { SimDevice } from '../../../main/simulator/device.ts';
import { createFleet } from '../../../main/simulator/fleet.ts';
import type { DeviceSpec, SimHttpReply } from '../../../main/simulator/types.ts';
import { device } from './helpers.ts';

const password = 'Untether2026!';
const info = '/ISAPI/System/deviceInfo';
const ip = '/ISAPI/System/Network/interfaces/1/ipAddress';

function challengesOf(reply: SimHttpReply | null): readonly string[] {
  const found = reply?.headers.filter(([name]) => name === 'WWW-Authenticate') ?? [];
  return found.map(([, value]) => value);
}

const field = (text: string, name: string) => new RegExp(`${name}="([^"]*)"`).exec(text)?.[1] ?? '';

interface Asked {
  readonly path?: string;
  readonly method?: string;
  readonly body?: string;
  readonly password?: string;
  readonly now?: number;
  readonly user?: string;
  readonly challenge?: string;
}

const ask = (made: SimDevice, asked: Asked = {}, authorization?: string) =>
  made.http(
    {
      method: asked.method ?? 'GET',
      path: asked.path ?? info,
      headers: authorization === undefined ? [] : [['Authorization', authorization]],
      body: asked.body ?? '',
    },
    asked.now ?? 0,
  );

/** A login done by hand, so that neither the client nor the simulator's own hashing is asked. */
function sign(challenge: string, asked: Asked): string {
  const name = /SHA-256/.test(challenge) ? 'sha256' : 'md5';
  const hash = (text: string) => createHash(name).update(text).digest('hex');
  const [realm, nonce] = [field(challenge, 'realm'), field(challenge, 'nonce')];
  const { method = 'GET', path = info, user = 'admin' } = asked;
  const ha1 = hash(`${user}:${realm}:${asked.password ?? password}`);
  const ha2 = hash(`${method}:${path}`);
  const response = hash(`${ha1}:${nonce}:00000001:0123456789abcdef:auth:${ha2}`);
  const algorithm = name === 'sha256' ? ', algorithm=SHA-256' : '';
  return `Digest username="${user}", realm="${realm}", nonce="${nonce}", uri="${path}", qop=auth, nc=00000001, cnonce="0123456789abcdef", response="${response}"${algorithm}`;
}

function login(made: SimDevice, asked: Asked = {}): SimHttpReply | null {
  const challenge = asked.challenge ?? challengesOf(ask(made, asked)).at(-1) ?? '';
  return ask(made, asked, sign(challenge, asked));
}

const camera: DeviceSpec = { model: 'DS-2CD2385G1-I', maxAttempts: 3 };
const recorder: DeviceSpec = { model: 'DS-7732NI-I4', maxAttempts: 3 };
const terminal: DeviceSpec = { model: 'DS-KV6113-WPE1' };

describe('the login', () => {
  it.each([camera, recorder, terminal, { model: 'DS-2CD2143G2-I' }, { model: 'DS-7208HUHI-K1' }])(
    '$model lets its administrator in',
    (spec) => {
      const made = device(spec);
      const reply = login(made);
      expect(reply?.status).toBe(200);
      expect(reply?.body).toContain(`<serialNumber>${made.serial}</serialNumber>`);
    },
  );

  it.each([
    ['md5', ['MD5']],
    ['sha256', ['SHA-256']],
    ['md5-sha256', ['MD5', 'SHA-256']],
  ] as const)('with %s', (webLogin, algorithms) => {
    const made = device({ ...recorder, webLogin });
    const challenges = challengesOf(ask(made));
    expect(challenges.map((each) => field(each, 'algorithm'))).toEqual(algorithms);
    for (const challenge of challenges) expect(login(made, { challenge })?.status).toBe(200);
  });

  it('by Basic on old cameras, and beside a digest where it is so set', () => {
    const basic = (secret: string) => `Basic ${btoa(`admin:${secret}`)}`;
    const old = device({ model: 'DS-2CD2132-I' });
    expect(challengesOf(ask(old))).toEqual(['Basic realm="DS-2CD2132-I"']);
    expect(ask(old, {}, basic(password))?.status).toBe(200);
    expect(ask(old, {}, basic('x'))?.status).toBe(401);
    const both = device({ ...camera, webLogin: 'digest-basic' });
    expect(challengesOf(ask(both)).map((each) => each.split(' ')[0])).toEqual(['Basic', 'Digest']);
    expect(ask(both, {}, basic(password))?.status).toBe(200);
    expect(ask(device(camera), {}, basic(password))?.status).toBe(401);
  });

  it('looks at path, method, name and realm', () => {
    const made = device({ ...camera, maxAttempts: 20 });
    const [challenge = ''] = challengesOf(ask(made));
    const signed = sign(challenge, {});
    for (const [from, to] of [
      ['/deviceInfo', '/status'],
      ['username="admin"', 'username="Admin"'],
      ['IP Camera', 'IP camera'],
      ['qop=auth', 'qop=auth-int'],
    ] as const) {
      expect(ask(made, {}, signed.replace(from, to))?.status).toBe(401);
    }
    expect(ask(made, { method: 'DELETE' }, signed)?.status).toBe(401);
  });
});

describe('a nonce', () => {
  it('that grew old is stale for the right password, and costs nothing', () => {
    const made = device({ ...camera, nonceLifeMs: 2000 });
    const [challenge = ''] = challengesOf(ask(made));
    const late = login(made, { challenge, now: 2001 });
    expect(field(challengesOf(late)[0] ?? '', 'stale')).toBe('TRUE');
    expect(made.attemptsLeft).toBe(3);
    const again = challengesOf(late)[0] ?? '';
    expect(login(made, { challenge: again, now: 2001 })?.status).toBe(200);
    expect(login(made, { challenge, now: 2001, password: 'x' })?.body).toContain('retryLoginTime');
    expect(made.attemptsLeft).toBe(2);
  });

  it('that nobody gave out is refused without a look at the password', () => {
    const strange = 'Digest realm="IP Camera(x)", nonce="00"';
    const made = device(camera);
    expect(login(made, { challenge: strange })).toMatchObject({ status: 401, body: '' });
    expect(login(device(recorder), { challenge: strange })?.body).toContain('invalidOperation');
    expect(made.attemptsLeft).toBe(3);
  });

  it('is good for two uses on a terminal, and then nothing leads on', () => {
    const made = device(terminal);
    const [challenge = ''] = challengesOf(ask(made));
    const replies = [1, 2, 3].map(() => login(made, { challenge }));
    expect(replies.map((reply) => reply?.status)).toEqual([200, 200, 401]);
    expect(challengesOf(replies[2] ?? null)).toEqual([]);
    expect(replies[2]?.body).toContain('<userCheck');
  });
});

describe('the lock', () => {
  it.each([
    ['camera', camera, 'lock', false],
    ['recorder', recorder, 'locked', true],
  ] as const)('of a %s counts, tells and ends', (_name, spec, word, hasNamespace) => {
    const made = device(spec);
    const bodies = [1, 2, 3].map(() => login(made, { password: 'x' })?.body ?? '');
    const left = bodies.map((body) => /retryLoginTime>(\d+)/.exec(body)?.[1]);
    expect(left).toEqual(['2', '1', '0']);
    expect(bodies[2]).toContain(`<lockStatus>${word}</lockStatus>`);
    expect(bodies[2]).toContain('<unlockTime>1800</unlockTime>');
    expect(bodies[2]?.includes('xmlns=')).toBe(hasNamespace);
    expect(login(made)?.status).toBe(401);
    expect(ask(made)?.body).toContain(`<lockStatus>${word}</lockStatus>`);
    expect(login(made, { now: 1_800_000 })?.status).toBe(200);
  });

  it('is the one that SADP looks at', () => {
    const made = device(camera);
    for (let round = 0; round < 3; round += 1) login(made, { password: 'x' });
    expect(made.isLocked(0)).toBe(true);
    expect(made.attemptsLeft).toBe(0);
  });

  it('is told by a page alone where the firmware tells nothing', () => {
    const made = device({ ...camera, refusals: 'failed' });
    const reply = login(made, { password: 'x' });
    expect(reply?.body).toContain('Access Error: 401');
    expect(made.attemptsLeft).toBe(2);
  });
});

describe('documents', () => {
  it.each([
    [camera, 'version="2.0" xmlns="http://www.hikvision.com/ver20/XMLSchema"', '\n<model>'],
    [recorder, 'version="2.0" xmlns="http://www.isapi.org/ver20/XMLSchema"', '\n  <model>'],
    [{ model: 'DS-7208HUHI-K1' }, 'version="1.0" xmlns="http://www.hikvision.com', '\n<model>'],
  ])('%j in its dialect', (spec, root, line) => {
    const body = login(device(spec))?.body ?? '';
    expect(body).toContain(root);
    expect(body).toContain(line);
  });

  it('of the cloud tell what SADP tells', () => {
    const path = '/ISAPI/System/Network/EZVIZ';
    const bound = device({ model: 'DS-2CD2143G2-I', cloud: 'bound', verificationCode: 'ABCDEF' });
    const body = login(bound, { path })?.body ?? '';
    expect(body).toContain('<bindStatus>bind</bindStatus>');
    expect(body).toContain('<verificationCode>******</verificationCode>');
    const unknown = device({ model: 'DS-2CD2143G2-I', cloud: 'unknown' });
    expect(login(unknown, { path })?.body).not.toContain('bindStatus');
    const none = device({ model: 'DS-KV6113-WPE1' });
    expect(login(none, { path })).toMatchObject({ status: 403 });
  });

  it('are missing where a line has none', () => {
    const absent = login(device(camera), { path: '/ISAPI/ContentMgmt/InputProxy/channels' });
    expect(absent?.status).toBe(403);
    expect(absent?.body).toContain('notSupport');
    expect(login(device(camera), { path: '/ISAPI/ContentMgmt/Storage' })?.status).toBe(403);
    expect(login(device(recorder), { path: '/ISAPI/ContentMgmt/Storage' })?.body).toContain('hdd1');
  });
});

describe('a new address', () => {
  const put = (made: SimDevice, change: (text: string) => string) => {
    const body = change(login(made, { path: ip })?.body ?? '');
    return login(made, { path: ip, method: 'PUT', body });
  };
  const moved = (text: string) => text.replace(/192\.168\.1\.64/, '192.168.1.77');

  it('is taken after the answer', () => {
    const fleet = createFleet({ scenario: [camera], startedAt: 0 });
    const [made] = fleet.devices;
    if (made === undefined) throw new Error('no device');
    expect(put(made, moved)?.body).toContain('<statusCode>1</statusCode>');
    expect(made.address).toBe('192.168.1.64');
    fleet.settle(300);
    expect(made.address).toBe('192.168.1.77');
  });

  it('waits for a reboot on a recorder, and for one of an OEM that says OK', () => {
    for (const [spec, code] of [
      [recorder, '7'],
      [{ ...camera, addressEdit: 'oem-reboot' }, '1'],
    ] as const) {
      const fleet = createFleet({ scenario: [spec], startedAt: 0 });
      const [made] = fleet.devices;
      if (made === undefined) throw new Error('no device');
      const body = put(made, moved)?.body ?? '';
      expect(body).toContain(`<statusCode>${code}</statusCode>`);
      expect(body).toContain('Reboot Required');
      fleet.settle(1000);
      expect(made.address).toBe('192.168.1.64');
      login(made, { path: '/ISAPI/System/reboot', method: 'PUT' });
      fleet.settle(1000);
      expect([made.address, made.isUp]).toEqual(['192.168.1.77', false]);
      fleet.settle(1_000_000);
      expect(made.isUp).toBe(true);
    }
  });

  it('may end the connection', () => {
    expect(put(device({ ...camera, addressEdit: 'silent' }), moved)).toBeNull();
  });

  it.each<[string, (text: string) => string, string]>([
    ['a part', () => '<IPAddress><ipAddress>1.2.3.4</ipAddress></IPAddress>', 'badXmlContent'],
    ['another order', (text) => text.replace(/(<ipVersion>.*\n)(.*\n)/, '$2$1'), 'badXmlContent'],
    ['another namespace', (text) => text.replace('hikvision.com', 'isapi.org'), 'badXmlContent'],
    ['IPv6 switched off', (text) => text.replace('dual', 'v4'), 'badXmlContent'],
    ['a bad address', (text) => text.replace('192.168.1.64', '999.1.1.1'), 'badIPv4Address'],
    ['a bad mask', (text) => text.replace('255.255.255.0', '255.0.255.0'), 'badNetMask'],
    ['no XML', () => '{"a":1}', 'badXmlFormat'],
  ])('is refused as %s', (_name, change, word) => {
    const reply = put(device(camera), change);
    expect(reply?.status).toBe(400);
    expect(reply?.body).toContain(`<subStatusCode>${word}</subStatusCode>`);
  });
});
