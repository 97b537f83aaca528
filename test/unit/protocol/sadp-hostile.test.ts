import { describe, expect, it } from 'vitest';
import { decodeSadp } from '../../../main/protocol/sadp/decode.ts';
import { bytes, fixture, match, read, refusal } from './helpers.ts';

describe('reasons to refuse', () => {
  it.each([
    ['empty', new Uint8Array(0)],
    ['empty', bytes(' \r\n\t')],
    ['empty', new Uint8Array(40)],
    ['empty', bytes('\ufeff')],
    ['empty', bytes('<?xml version="1.0"?>')],
    ['too-large', new Uint8Array(65_537).fill(0x20)],
    ['encoding', Buffer.from('\ufeff<ProbeMatch/>', 'utf16le')],
    ['encoding', Buffer.from('<ProbeMatch/>', 'utf16le')],
    ['encoding', Buffer.from('\ufeff<ProbeMatch/>', 'utf16le').swap16()],
    ['encoding', Buffer.from('<ProbeMatch/>', 'utf16le').swap16()],
    ['doctype', bytes('<!DOCTYPE a [<!ENTITY b "c">]><ProbeMatch>&b;</ProbeMatch>')],
    ['doctype', bytes('<!DOCTYPE a SYSTEM "file:///etc/passwd"><ProbeMatch/>')],
    ['doctype', match('<!ENTITY a "b">')],
    ['entity', match('<Salt>&xxe;</Salt>')],
    ['entity', match('<Salt>&constructor;</Salt>')],
    ['entity', match('<Salt>&#0;</Salt>')],
    ['entity', match('<Salt>&#xD800;</Salt>')],
    ['entity', match('<Salt>&#x110000;</Salt>')],
    ['depth', match('<a>'.repeat(8))],
    ['too-many-elements', match('<a/>'.repeat(257))],
    ['too-many-elements', match('<a>1</a>'.repeat(257))],
    ['duplicate', match('<MAC>02-00-00-00-00-01</MAC><mac>02-00-00-00-00-02</mac>')],
    ['duplicate', match('<Types>inquiry</Types><Types>update</Types>')],
    ['duplicate', match('<Salt/><Salt>1</Salt>')],
    ['malformed', bytes('hello')],
    ['malformed', bytes('{"json": true}')],
    ['malformed', bytes('\0<ProbeMatch></ProbeMatch>')],
    ['malformed', bytes('<')],
    ['malformed', bytes('<ProbeMatch')],
    ['malformed', bytes('<ProbeMatch>')],
    ['malformed', bytes('<ProbeMatch><MAC>02-00-00-00-00-01</MAC>')],
    ['malformed', bytes('<ProbeMatch><MAC>02-00-00')],
    ['malformed', bytes('<ProbeMatch></ProbeMatch')],
    ['malformed', bytes('<ProbeMatch><!-- ')],
    ['malformed', bytes('<ProbeMatch><![CDATA[ ')],
    ['malformed', bytes('<![CDATA[x]]><ProbeMatch/>')],
    ['malformed', bytes('<?xml ')],
    ['malformed', bytes('</ProbeMatch>')],
    ['malformed', match('<a b="c>1</a>')],
    ['malformed', match('<a></b>')],
    ['malformed', match('<MAC>1</MAD>')],
    ['malformed', match('<MAC>1<MAC>')],
    ['malformed', match('<MAC>a < b</MAC>')],
    ['malformed', match('<1/>')],
    ['malformed', match('</a>')],
    ['malformed', bytes('<ProbeMatch></ProbeMatch><ProbeMatch></ProbeMatch>')],
    ['malformed', bytes('<ProbeMatch></ProbeMatch>tail')],
    ['malformed', bytes('<ProbeMatch a=""></ProbeMatch>tail')],
    ['not-sadp', bytes('<Envelope><Body/></Envelope>')],
    ['not-sadp', bytes('<html>&nbsp;</html>')],
    ['not-sadp', bytes('<__proto__/>')],
  ] as const)('%s', (reason, data) => {
    const result = refusal(data);
    expect(result.reason).toBe(reason);
    expect(result.detail).toMatch(/^[^\p{Cc}]{3,160}$/u);
  });

  it('accepts what just fits', () => {
    expect(read(match('<a>'.repeat(7) + '</a>'.repeat(7))).root).toBe('ProbeMatch');
    expect(read(match('<a>1</a>'.repeat(256))).root).toBe('ProbeMatch');
    expect(read(match('<a/>'.repeat(256))).root).toBe('ProbeMatch');
    const frame = '<ProbeMatch></ProbeMatch>';
    const padding = ' '.repeat(65_536 - frame.length);
    expect(read(bytes(`<ProbeMatch>${padding}</ProbeMatch>`)).fields).toEqual({});
  });

  it('shows no control characters of a datagram in its detail', () => {
    expect(refusal(bytes('\u001b[31mred')).detail).toBe(
      'text outside the root element: \u00b7[31mred',
    );
  });
});

describe('names that mean something to JavaScript', () => {
  it('are ordinary unknown elements', () => {
    const message = read(
      match('<__proto__>1</__proto__><constructor>2</constructor><toString>3</toString>'),
    );
    expect([...message.extra.keys()]).toEqual(['__proto__', 'constructor', 'toString']);
    expect(message.fields).toEqual({});
    expect(Object.getPrototypeOf(message.fields)).toBe(Object.prototype);
  });
});

/**
 * Largest datagrams built to make a careless reader slow. A linear one needs about a millisecond; the
 * best of three counts, because a busy machine may pause any one.
 */
describe('time', () => {
  const size = 65_000;
  const fill = (text: string) => text.repeat(Math.floor(size / text.length));
  it.each([
    ['ampersands', match(`<a>${fill('&')}</a>`)],
    ['half references', match(`<a>${fill('&aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa')}</a>`)],
    ['numeric references', match(`<a>${fill('&#99999999')}</a>`)],
    ['open tags', bytes(fill('<a>'))],
    ['less-than signs', bytes(fill('<'))],
    ['open comments', match(fill('<!--'))],
    ['comments', match(fill('<!---->'))],
    ['closed comments in a value', match(`<a>${fill('x<!---->')}</a>`)],
    ['CDATA starts', match(`<a>${fill('<![CDATA[')}</a>`)],
    ['CDATA sections', match(`<a>${fill('<![CDATA[x]]>')}</a>`)],
    ['quotes', match(`<a ${fill('"')}>1</a>`)],
    ['attributes', match(`<a ${fill('b="c" ')}>1</a>`)],
    ['blanks in a tag', match(`<a${fill(' ')}>1</a>`)],
    ['blanks in a closing tag', match(`<a>1</a${fill(' ')}>`)],
    ['blanks around a value', match(`<MAC>${fill(' ')}x${'  '}</MAC>`)],
    ['blanks before the root', bytes(`${fill(' ')}x`)],
    ['blanks and NULs behind the root', bytes(`<Probe/>${fill('\0 ')}x`)],
    ['question marks', match(fill('<?'))],
    ['a long name', match(`<${fill('n')}>1</${'n'}>`)],
    ['colons in an address', match(`<IPv6Address>${fill(':')}</IPv6Address>`)],
    ['per cent signs in an address', match(`<IPv6Address>${fill('%')}</IPv6Address>`)],
    ['digits', match(`<CommandPort>${fill('0')}</CommandPort>`)],
    ['dashes in a MAC', match(`<MAC>${fill('-')}</MAC>`)],
    ['control characters', match(`<a>${fill('\u0001')}</a>`)],
    ['equal names', match('<n>1</n>'.repeat(256))],
    ['bytes that are not UTF-8', new Uint8Array(size).fill(0xff)],
  ])('%s', (_title, data) => {
    const times = Array.from({ length: 3 }, () => {
      const startedAt = performance.now();
      decodeSadp(data);
      return performance.now() - startedAt;
    });
    expect(Math.min(...times)).toBeLessThan(50);
  });
});

describe('cutting a datagram', () => {
  it('at any byte is refused or read, never thrown', () => {
    const whole = fixture('recorder-v31.xml');
    for (let length = 0; length < whole.length; length += 1) {
      const result = decodeSadp(whole.subarray(0, length));
      // Only the final newline may be missing.
      expect(result.ok).toBe(length === whole.length - 1);
    }
  });
});
