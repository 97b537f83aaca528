import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { redact, redactField } from '../../../main/adapters/node/redact.ts';

const mark = '[redacted]';

describe('redact', () => {
  it.each([
    ['<Password>hunter2!</Password>', `<Password>${mark}</Password>`],
    ['<Password bSalt="true">abc</Password>', `<Password bSalt="true">${mark}</Password>`],
    ['<password>a</password><Iv>b</Iv>', `<password>${mark}</password><Iv>${mark}</Iv>`],
    ['<Code bEncrypt="true">QUJD</Code>', `<Code bEncrypt="true">${mark}</Code>`],
    ['<Salt>0a1b</Salt>', `<Salt>${mark}</Salt>`],
    ['<ns:Password>x</ns:Password>', `<ns:Password>${mark}</ns:Password>`],
    ['<Password><![CDATA[a<b]]></Password>', `<Password>${mark}</Password>`],
    ['<Password>cut off here', `<Password>${mark}`],
    ['<Password/><MAC>44-19</MAC>', '<Password/><MAC>44-19</MAC>'],
    ['<user Password="x y" name="admin"/>', `<user Password=${mark} name="admin"/>`],
    ["<user iv='abc'/>", `<user iv=${mark}/>`],
    ['Authorization: Digest username="admin", response="0a"', `Authorization: ${mark}`],
    ['authorization: Basic YWRtaW46MTIzNDU=', `authorization: ${mark}`],
    [
      'WWW-Authenticate: Digest realm="x", nonce="1"\r\nServer: a',
      `WWW-Authenticate: ${mark}\r\nServer: a`,
    ],
    ['sent Digest username="admin", nonce="77"', `sent Digest ${mark}`],
    ['Set-Cookie: WebSession=1f; path=/', `Set-Cookie: ${mark}`],
    ['{"password":"a\\"b","user":"admin"}', `{"password":${mark},"user":"admin"}`],
    ['pwd=secret&user=admin', `pwd=${mark}&user=admin`],
    ['token: abc.def next', `token: ${mark} next`],
    ['http://127.0.0.1:4870/login?t=Zm9vYmFy', `http://127.0.0.1:4870/login?t=${mark}`],
    ['md5 5f4dcc3b5aa765d61d8327deb882cf99', `md5 ${mark}`],
    ['blob aGVsbG8gd29ybGQhIQ== end', `blob ${mark} end`],
    ['blob qrPJUOmkOmwZyHW/cCbUMTuo end', `blob ${mark} end`],
    ['open /home/mario/.config/untether/log', 'open ~/.config/untether/log'],
    ['open /Users/mario/Library', 'open ~/Library'],
    ['open C:\\Users\\mario\\AppData', 'open ~\\AppData'],
    ['open /root/.config', 'open ~/.config'],
  ])('%s', (text, expected) => {
    expect(redact(text)).toBe(expected);
  });

  it.each([
    'DS-2CD2032-I20140101AAWR123456789',
    'DS-7608NI-K2/8P0820190101CCRRC12345678WCVU',
    '44:19:b6:01:02:03',
    '44-19-b6-01-02-03',
    '6B29FC40-CA47-1067-B31D-00DD010662DA',
    'V5.4.5build 170124',
    'GET /ISAPI/System/deviceInfo gave 401',
    'adapter eth0: join-failed addMembership ENODEV',
    'InquirySpecificNet',
    '<SoftwareVersion>V5.5.0</SoftwareVersion><IPv4Address>192.168.1.64</IPv4Address>',
    'code: EADDRINUSE',
  ])('leaves %s alone', (text) => {
    expect(redact(text)).toBe(text);
  });

  it('hides what stands between the tags, whatever it is, and is idempotent', () => {
    const name = fc.constantFrom('Password', 'Iv', 'Code', 'Salt', 'PASSWORD');
    const secret = fc.stringMatching(/^[a-z]{3}[0-9A-Z#%]{5,40}$/);
    fc.assert(
      fc.property(name, secret, fc.string(), (element, value, noise) => {
        const safe = noise.replaceAll('<', ' ').replaceAll(value, ' ');
        const text = `${safe}<${element}>${value}</${element}>`;
        const once = redact(text);
        expect(once).not.toContain(value);
        expect(redact(once)).toBe(once);
      }),
    );
  });

  it('hides base64 of random bytes', () => {
    for (let round = 0; round < 500; round += 1) {
      const blob = randomBytes(16 + (round % 64)).toString('base64');
      expect(redact(`value ${blob} end`)).toBe(`value ${mark} end`);
    }
  });

  it('takes linear time on hostile text', () => {
    const started = performance.now();
    for (const piece of [
      '<Password ',
      'Digest a=',
      '"password":"\\',
      '/home/',
      'a/',
      ' iv="',
      '<Iv>',
    ]) {
      redact(piece.repeat(8_192 / piece.length));
    }
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});

describe('redactField', () => {
  it('drops the value of a telling name and redacts the text of the others', () => {
    expect(redactField('password', 'x')).toBe(mark);
    expect(redactField('Cookie', 5)).toBe(mark);
    expect(redactField('code', 'EADDRINUSE')).toBe('EADDRINUSE');
    expect(redactField('path', '/home/mario/a')).toBe('~/a');
    expect(redactField('count', 3)).toBe(3);
  });
});
