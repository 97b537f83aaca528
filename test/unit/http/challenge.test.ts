import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseChallenges } from '../../../main/protocol/http-digest/challenge.ts';
import { chooseOffer } from '../../../main/protocol/http-digest/choose.ts';

const read = (...headers: readonly string[]) =>
  parseChallenges(headers).map(({ scheme, values, token }) => [
    scheme,
    token ?? Object.fromEntries(values),
  ]);

describe('challenges', () => {
  it('reads the form of a camera and the form of a recorder', () => {
    const camera =
      'Digest qop="auth", realm="IP Camera(E1518)", nonce="4d5441324e47", stale="FALSE"';
    const recorder =
      'Digest realm="fe12f3", domain="::", qop="auth", nonce="300b:168500", opaque="", algorithm="MD5", stale="FALSE"';
    expect(read(camera, recorder)).toEqual([
      ['digest', { qop: 'auth', realm: 'IP Camera(E1518)', nonce: '4d5441324e47', stale: 'FALSE' }],
      [
        'digest',
        {
          realm: 'fe12f3',
          domain: '::',
          qop: 'auth',
          nonce: '300b:168500',
          opaque: '',
          algorithm: 'MD5',
          stale: 'FALSE',
        },
      ],
    ]);
  });

  it.each<[string, readonly unknown[]]>([
    [
      'Basic realm="a, b", Digest realm="c", nonce="d"',
      [
        ['basic', { realm: 'a, b' }],
        ['digest', { realm: 'c', nonce: 'd' }],
      ],
    ],
    [
      'Negotiate abc==, NTLM, Basic realm=x',
      [
        ['negotiate', 'abc=='],
        ['ntlm', {}],
        ['basic', { realm: 'x' }],
      ],
    ],
    [
      'Digest realm="a" nonce="b" Basic realm="c"',
      [
        ['digest', { realm: 'a', nonce: 'b' }],
        ['basic', { realm: 'c' }],
      ],
    ],
    [
      ' ,, digest REALM = "a\\"b" ,nonce=bare text,, ',
      [['digest', { realm: 'a"b', nonce: 'bare text' }]],
    ],
    ['Basic realm="x", Digest realm="never closed', [['basic', { realm: 'x' }]]],
    [
      'Newauth realm="apps", type=1, title="Login to \\"apps\\"", Basic realm="simple"',
      [
        ['newauth', { realm: 'apps', type: '1', title: 'Login to "apps"' }],
        ['basic', { realm: 'simple' }],
      ],
    ],
    ['', []],
    ['"', []],
    ['Digest="x"', []],
  ])('%s', (header, expected) => {
    expect(read(header)).toEqual(expected);
  });

  it('keeps what stood between the quotes beside what it means', () => {
    const [challenge] = parseChallenges(['Digest realm="a\\"b\\\\c", opaque=x\\y']);
    expect(challenge?.raw.get('realm')).toBe('a\\"b\\\\c');
    expect(challenge?.values.get('realm')).toBe('a"b\\c');
    expect(challenge?.raw.get('opaque')).toBe('x\\\\y');
  });

  it('never throws and stays within its limits', () => {
    const pieces = fc.array(
      fc.constantFrom(
        'Digest ',
        'Basic ',
        'realm=',
        '"',
        '\\',
        ',',
        ' ',
        '=',
        'x',
        'nonce="n"',
        '\t',
      ),
      { maxLength: 200 },
    );
    fc.assert(
      fc.property(pieces, (parts) => {
        expect(parseChallenges([parts.join('')]).length).toBeLessThanOrEqual(16);
      }),
    );
    expect(parseChallenges([`Basic realm="${'x'.repeat(20_000)}"`])).toEqual([]);
    expect(parseChallenges(['Basic,'.repeat(100)])).toHaveLength(16);
    const many = Array.from({ length: 40 }, (_, index) => `p${index}=1`).join(', ');
    expect(parseChallenges([`Digest ${many}`])).toEqual([]);
  });

  it('takes time in proportion to the text, whatever it holds', () => {
    for (const piece of ['"\\', 'a=', 'a ', ', ', 'Basic a', '\\"', '= ']) {
      const text = `Digest realm=${piece.repeat(8000 / piece.length)}`;
      const startedAt = performance.now();
      parseChallenges([text]);
      expect(performance.now() - startedAt).toBeLessThan(200);
    }
  });
});

const choose = (...headers: readonly string[]) => chooseOffer(parseChallenges(headers));
const digest = (more = '') => `Digest realm="r", nonce="n", qop="auth"${more}`;

describe('the choice', () => {
  it.each([
    ['the only one', [digest()], 'MD5', null],
    ['the stronger one', [digest(), digest(', algorithm=SHA-256')], 'SHA-256', 'SHA-256'],
    ['the stronger one first', [digest(', algorithm=SHA-256'), digest()], 'SHA-256', 'SHA-256'],
    ['spelled otherwise', [digest(', algorithm="sha-256-SESS"')], 'SHA-256-sess', 'sha-256-SESS'],
    [
      'a session over a weaker hash',
      [digest(), digest(', algorithm=SHA-256-sess')],
      'SHA-256-sess',
      'SHA-256-sess',
    ],
    ['no session among equals', [digest(', algorithm=MD5-sess'), digest()], 'MD5', null],
    ['past what nobody knows', [digest(', algorithm=SHA-512-256'), digest()], 'MD5', null],
    [
      'past a name that came twice',
      [digest(', nonce="m", algorithm=SHA-256'), digest()],
      'MD5',
      null,
    ],
    [
      'past auth-int',
      ['Digest realm="r", nonce="n", qop="auth-int", algorithm=SHA-256', digest()],
      'MD5',
      null,
    ],
    ['with qop among equals', ['Digest realm="r", nonce="n"', digest(', opaque="o"')], 'MD5', null],
  ] as const)('%s', (_name, headers, algorithm, algorithmText) => {
    const offer = choose(...headers);
    expect(offer).toMatchObject({ kind: 'digest', algorithm, algorithmText, hasQop: true });
  });

  it('reads old challenges without qop, and stale in any spelling', () => {
    expect(choose('Digest realm="", nonce="n", stale=tRUE')).toMatchObject({
      ...{ hasQop: false, isStale: true, opaque: null, realm: '' },
    });
    expect(choose(digest(', stale="FALSE", opaque=""'))).toMatchObject({
      ...{ isStale: false, opaque: '' },
    });
  });

  it.each([
    ['no nonce', 'Digest realm="r", qop="auth"'],
    ['an empty nonce', 'Digest realm="r", nonce="", qop="auth"'],
    ['no realm', 'Digest nonce="n"'],
  ])('cannot answer %s', (_name, header) => {
    expect(choose(header)).toEqual({ kind: 'none', schemes: ['digest'] });
  });

  it('takes Basic only where no digest is offered at all', () => {
    expect(choose('Basic realm="x"')).toEqual({ kind: 'basic', realmText: 'x' });
    expect(choose('Bearer', 'Basic')).toEqual({ kind: 'basic', realmText: '' });
    expect(choose('Basic realm="x"', digest()).kind).toBe('digest');
    expect(choose('Basic realm="x"', 'Digest realm="r"')).toEqual({
      kind: 'none',
      schemes: ['basic', 'digest'],
    });
    expect(choose()).toEqual({ kind: 'none', schemes: [] });
  });
});
