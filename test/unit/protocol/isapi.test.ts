import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeActivateStatus } from '../../../main/protocol/isapi/activate-status.ts';
import { fingerprintHttp } from '../../../main/protocol/isapi/fingerprint.ts';

const status = (inside: string) =>
  `<?xml version="1.0"?><ActivateStatus>${inside}</ActivateStatus>`;

describe('activation status', () => {
  it.each([
    ['true', true],
    ['1', true],
    ['TRUE', true],
    ['false', false],
    ['flase', false],
    ['0', false],
    ['perhaps', null],
    ['', null],
  ])('Activated %j', (word, activated) => {
    expect(decodeActivateStatus(status(`<Activated>${word}</Activated>`))).toEqual({
      ok: true,
      activated,
      supportVersion: null,
    });
  });

  it.each([
    ['3', 3],
    ['-3', null],
    ['33333', null],
  ])('version %s', (text, supportVersion) => {
    const body = status(`<Activated>false</Activated><supportVersion>${text}</supportVersion>`);
    expect(decodeActivateStatus(body)).toEqual({ ok: true, activated: false, supportVersion });
  });

  it('does not mind namespaces and letter case', () => {
    const body =
      '<i:activateStatus xmlns:i="http://www.isapi.org/ver20/XMLSchema"><i:activated>true</i:activated></i:activateStatus>';
    expect(decodeActivateStatus(body)).toMatchObject({ activated: true });
    expect(decodeActivateStatus('<ActivateStatus/>')).toMatchObject({ ok: true, activated: null });
  });

  it('is also told by the refusal of an inactive device', () => {
    const refusal = (code: string) =>
      `<ResponseStatus><statusCode>4</statusCode>${code}</ResponseStatus>`;
    expect(decodeActivateStatus(refusal('<subStatusCode>notActivated</subStatusCode>'))).toEqual({
      ok: true,
      activated: false,
      supportVersion: null,
    });
    expect(decodeActivateStatus(refusal('<subStatusCode>notSupport</subStatusCode>')).ok).toBe(
      false,
    );
    expect(decodeActivateStatus(refusal('')).ok).toBe(false);
  });

  it.each([
    ['', 'empty: nothing but blanks'],
    ['<html/>', 'not an activation status'],
    ['<!DOCTYPE html><html/>', 'doctype: document type declarations are not read'],
    ['x'.repeat(20_000), 'too-large: 20000 characters, at most 16384 are read'],
  ])('%#: nothing else is one', (body, reason) => {
    expect(decodeActivateStatus(body)).toEqual({ ok: false, reason });
  });
});

interface Reply {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

function fingerprint(reply: Reply) {
  const headers = new Map(Object.entries(reply.headers ?? {}));
  return fingerprintHttp({ status: reply.status ?? 200, headers, body: reply.body ?? '' });
}
const digest = (realm: string) => ({ 'WWW-Authenticate': `Digest qop="auth", realm="${realm}"` });
const hexRealm = '00112233445566778899aabb';

describe('fingerprint', () => {
  it.each<[string, Reply]>([
    ['activateStatus answer', { body: status('<Activated>true</Activated>') }],
    [
      'ISAPI answer',
      {
        body: '<userCheck><statusValue>401</statusValue><statusString>Unauthorized</statusString></userCheck>',
      },
    ],
    [
      'ISAPI answer',
      { body: '<ResponseStatus version="2.0" xmlns="http://www.isapi.org/ver20/XMLSchema"/>' },
    ],
    ['ISAPI answer', { body: '<DeviceInfo xmlns="http://www.hikvision.com/ver20/XMLSchema"/>' }],
    ['server DNVRS-Webs', { status: 401, headers: { Server: 'DNVRS-Webs' } }],
    ['server App-webs/', { headers: { server: ' App-webs/ ' } }],
    ['server DVRDVS-Webs', { headers: { SERVER: 'DVRDVS-Webs' } }],
    [
      'realm IP Camera(E1518)',
      { status: 401, headers: { Server: '', ...digest('IP Camera(E1518)') } },
    ],
    ['realm DS-2CD2T43G2-4I', { status: 401, headers: digest('DS-2CD2T43G2-4I') }],
    [
      'login page /doc/page/login.asp',
      { body: '<script>window.location.href = "/doc/page/login.asp?_1"</script>' },
    ],
    [
      'login page /doc/index.html#/portal',
      { status: 302, headers: { Location: '/doc/index.html#/portal/login' } },
    ],
    [
      'server webserver with a hexadecimal realm',
      { status: 401, headers: { Server: 'webserver', ...digest(hexRealm) } },
    ],
  ])('family: %s', (evidence, reply) => {
    expect(fingerprint(reply)).toEqual({ family: 'hikvision', evidence });
  });

  it.each<[string, Reply]>([
    ['realm Login to 0A1B', { status: 401, headers: digest('Login to 0A1B') }],
    ['realm AXIS_ACCC8E000000', { status: 401, headers: digest('AXIS_ACCC8E000000') }],
    ['server mini_httpd/1.30', { headers: { Server: 'mini_httpd/1.30' } }],
    ['server nginx/1.24.0, 404', { status: 404, headers: { Server: 'nginx/1.24.0' } }],
  ])('other: %s', (evidence, reply) => {
    expect(fingerprint(reply)).toEqual({ family: 'other', evidence });
  });

  it.each<[string, Reply]>([
    ['nothing', {}],
    ['a general server that answers', { headers: { Server: 'nginx' } }],
    ['a 404 without a name', { status: 404 }],
    ['webserver alone', { headers: { Server: 'webserver' } }],
    ['a hexadecimal realm alone', { headers: digest(hexRealm) }],
    [
      'a document without the family\u2019s namespace',
      { body: '<DeviceInfo><model>X</model></DeviceInfo>' },
    ],
    ['half a login refusal', { body: '<userCheck><a/></userCheck>' }],
    ['a mark too far inside a page', { body: `${' '.repeat(20_000)}/doc/page/login.asp` }],
    ['a name that only begins alike', { headers: { Server: 'App-webstore' } }],
  ])('unknown: %s', (_title, reply) => {
    expect(fingerprint(reply)).toEqual({ family: 'unknown', evidence: '' });
  });

  it('prefers what speaks for the family', () => {
    const reply = { status: 404, headers: { Server: 'nginx' }, body: status('') };
    expect(fingerprint(reply).family).toBe('hikvision');
  });

  it('shows no control characters', () => {
    expect(fingerprint({ headers: { Server: 'App-webs/\u001b[0m' } }).evidence).toBe(
      'server App-webs/\u00b7[0m',
    );
  });

  it('takes any reply', () => {
    fc.assert(
      fc.property(
        fc.nat(999),
        fc.dictionary(fc.string(), fc.string()),
        fc.string(),
        (code, headers, body) => {
          const { family } = fingerprintHttp({
            status: code,
            headers: new Map(Object.entries(headers)),
            body,
          });
          expect(['hikvision', 'other', 'unknown']).toContain(family);
          decodeActivateStatus(body);
        },
      ),
      { numRuns: 500 },
    );
  });
});
