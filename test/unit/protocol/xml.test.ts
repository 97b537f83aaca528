import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeXml } from '../../../main/protocol/escape.ts';
import {
  childOf,
  childText,
  findAll,
  parseXml,
  type XmlElement,
} from '../../../main/protocol/xml.ts';
import { bytes } from './helpers.ts';

function root(text: string): XmlElement {
  const result = parseXml(text);
  if (!result.ok) throw new Error(`refused: ${result.reason}, ${result.detail}`);
  return result.root;
}

describe('the tree', () => {
  it('has elements in order, attributes, local names and text', () => {
    const list = root(
      '<l:List a="1" xmlns:l="urn:l"><b>x &amp; <![CDATA[<y>]]> </b><l:c/><b n:i="2"/></l:List>',
    );
    expect(list).toMatchObject({ name: 'l:List', local: 'List', text: '' });
    expect([...list.attributes]).toEqual([
      ['a', '1'],
      ['xmlns:l', 'urn:l'],
    ]);
    expect(list.children.map(({ name, text }) => [name, text])).toEqual([
      ['b', 'x & <y>'],
      ['l:c', ''],
      ['b', ''],
    ]);
    expect(list.children[2]?.attributes.get('n:i')).toBe('2');
  });

  it('is searched by local name in any letter case', () => {
    const tree = root('<a><p:B>1</p:B><c><b>2</b></c><b>3</b><d> </d></a>');
    expect(childText(tree, 'b')).toBe('1');
    expect(childText(tree, 'd')).toBeNull();
    expect(childText(tree, 'e')).toBeNull();
    expect(childOf(tree, 'C')?.children).toHaveLength(1);
    expect(findAll(tree, 'b').map(({ text }) => text)).toEqual(['1', '2', '3']);
    expect(findAll(tree, 'a')).toEqual([tree]);
  });

  it('is read from bytes with a byte order mark, blanks in front and NULs behind', () => {
    const result = parseXml(bytes('\ufeff \r\n<?xml version="1.0"?><a>\u00fc</a>\r\n\0\0 '));
    expect(result).toMatchObject({ ok: true, root: { local: 'a', text: '\u00fc' } });
  });

  it('takes names that mean something to JavaScript', () => {
    const tree = root('<__proto__ constructor="1"><toString/></__proto__>');
    expect(tree.attributes.get('constructor')).toBe('1');
    expect(tree.children[0]?.local).toBe('toString');
  });
});

describe('what is refused', () => {
  it.each([
    ['empty', ''],
    ['empty', ' \0\0'],
    ['too-large', ' '.repeat(65_537)],
    ['doctype', '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'],
    ['doctype', '<!DOCTYPE a SYSTEM "http://192.0.2.1/"><a/>'],
    ['depth', `${'<a>'.repeat(33)}${'</a>'.repeat(33)}`],
    ['too-many-elements', `<a>${'<b/>'.repeat(4096)}</a>`],
    ['too-many-elements', `<a ${Array.from({ length: 4096 }, (_, i) => `a${i}=""`).join(' ')}/>`],
    ['malformed', 'text'],
    ['malformed', '<a>'],
    ['malformed', '<a></b>'],
    ['malformed', '<a>&xxe;</a>'],
    ['malformed', '<a>&</a>'],
    ['malformed', '<a/><b/>'],
    ['malformed', '<a b=c/>'],
    ['malformed', '<!-- only -->'],
  ])('%s: %#', (reason, text) => {
    const result = parseXml(text);
    expect(result).toMatchObject({ ok: false, reason });
    expect(!result.ok && result.detail).toMatch(/^[^\p{Cc}]{3,160}$/u);
  });

  it('bytes of another encoding, or too many', () => {
    expect(parseXml(Buffer.from('<a/>', 'utf16le'))).toMatchObject({ reason: 'encoding' });
    expect(parseXml(bytes('<a/>'), { maxBytes: 3 })).toMatchObject({ reason: 'too-large' });
  });

  it('follows the limits of the caller', () => {
    expect(parseXml('<a><b/></a>', { maxDepth: 1 })).toMatchObject({ reason: 'depth' });
    expect(parseXml('<a><b/></a>', { maxNodes: 1 })).toMatchObject({ reason: 'too-many-elements' });
    expect(parseXml('<a><b/></a>', { maxDepth: 2, maxNodes: 2 })).toMatchObject({ ok: true });
  });
});

describe('any input', () => {
  it('is read or refused, never thrown', () => {
    const parts = fc.constantFrom(
      '<a>',
      '</a>',
      '<a ',
      'b="',
      '"',
      '>',
      '/>',
      '&',
      '&lt;',
      '<!--',
      '-->',
      '<![CDATA[',
      ']]>',
      '<?',
      '?>',
      '<!DOCTYPE',
      '[',
      ']',
      'x',
      ' ',
      '\0',
      '\ufffe',
    );
    const soup = fc.array(fc.oneof(parts, fc.string({ maxLength: 4 })), { maxLength: 30 });
    fc.assert(
      fc.property(soup, (list) => {
        const result = parseXml(list.join(''));
        expect(typeof result.ok).toBe('boolean');
      }),
      { numRuns: 2000 },
    );
  });

  it('escaped text comes back as it was', () => {
    const text = fc
      .string({ unit: 'grapheme' })
      .map((value) => value.replaceAll(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, '').trim());
    fc.assert(
      fc.property(text, (value) => {
        const tree = root(`<a b="${escapeXml(value)}">${escapeXml(value)}</a>`);
        expect([tree.text, tree.attributes.get('b')]).toEqual([value, value]);
      }),
      { numRuns: 500 },
    );
  });
});
