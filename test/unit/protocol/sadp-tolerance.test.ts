import { describe, expect, it } from 'vitest';
import { bytes, match, read, refusal } from './helpers.ts';

describe('what is forgiven', () => {
  it('an & that begins nothing', () => {
    const message = read(match('<OEMInfo>R&D & AT&T; 5 &#38; &</OEMInfo>'.replace('&T;', '&T')));
    expect(message.fields.oemInfo).toBe('R&D & AT&T 5 & &');
    expect(message.notes).toEqual(['OEMInfo: bare & read as text']);
  });

  it('references, resolved once', () => {
    const body = '<OEMInfo>&lt;&gt;&amp;&quot;&apos;&#65;&#x42;&#X43;&#x1F4F7;&amp;lt;</OEMInfo>';
    const message = read(match(body));
    expect(message.fields.oemInfo).toBe('<>&"\'ABC\u{1f4f7}&lt;');
    expect(message.notes).toEqual([]);
  });

  it('a reference to a control character, like the character itself', () => {
    const message = read(match('<OEMInfo>a&#27;b</OEMInfo>'));
    expect(message.fields.oemInfo).toBe('a b');
    expect(message.notes).toHaveLength(1);
  });

  it('attributes with any quotes and a > inside', () => {
    const message = read(match(`<Password bSalt="a>b" c='d>"e'>x</Password><DHCP a>1</DHCP>`));
    expect(message.fields.dhcpEnabled).toBe(true);
    expect(message.extra.get('Password')).toBe('x');
  });

  it('closing tags in another letter case, and with blanks', () => {
    expect(read(match('<DHCP>true</dhcp >')).fields.dhcpEnabled).toBe(true);
  });

  it.each([
    ['probematch', 'ProbeMatch'],
    ['HELLO', 'Hello'],
    ['bye', 'Bye'],
    ['Probe', 'Probe'],
  ])('the root %s', (name, root) => {
    expect(read(bytes(`<${name}><Types>x</Types></${name}>`)).root).toBe(root);
    expect(read(bytes(`<${name} a="b"/>`)).root).toBe(root);
  });

  it('comments, CDATA and processing instructions anywhere', () => {
    const body = '<?x y?><!-- <DHCP>false</DHCP> --><DHCP>tr<!-- > -->u<![CDATA[e]]></DHCP><?z?>';
    expect(read(match(body)).fields).toEqual({ dhcpEnabled: true });
  });

  it('text between elements', () => {
    expect(read(match('stray<DHCP>1</DHCP>text')).fields).toEqual({ dhcpEnabled: true });
  });

  it('old bytes behind a NUL', () => {
    const message = read(bytes('<ProbeMatch><DHCP>1</DHCP></ProbeMatch>\r\n\0<ProbeMatch><DH'));
    expect(message.fields.dhcpEnabled).toBe(true);
    expect(message.notes).toEqual(['bytes behind the final NUL ignored']);
    expect(read(bytes('<ProbeMatch a=""></ProbeMatch>\0\n\0 ')).notes).toEqual([]);
    expect(read(bytes('<ProbeMatch></ProbeMatch>\0\n\0 ')).notes).toEqual([]);
  });

  it('a known element that holds elements is left out, its parts are kept', () => {
    const message = read(match('<Salt>x<a>1</a></Salt><List><Salt>2</Salt><b><c/></b></List>'));
    expect(message.fields).toEqual({});
    expect(message.notes).toEqual(['Salt: holds elements, not a value; left out']);
    expect([...message.extra]).toEqual([
      ['Salt/a', '1'],
      ['List/Salt', '2'],
      ['List/b/c', ''],
    ]);
  });

  it('names in other alphabets, and with a prefix', () => {
    const message = read(match('<d:MAC>1</d:MAC><\u540d>2</\u540d>'));
    expect([...message.extra.keys()]).toEqual(['d:MAC', '\u540d']);
  });
});

describe('bytes that are not UTF-8', () => {
  const gbk = [0xc9, 0xe3, 0xcf, 0xf1, 0xcd, 0xb7]; // "camera" in Chinese, GBK
  function withBytes(before: string, inserted: readonly number[], after: string): Uint8Array {
    return Uint8Array.from([...bytes(before), ...inserted, ...bytes(after)]);
  }

  it('become U+FFFD in text, with a note, and lose nothing else', () => {
    const message = read(
      withBytes('<ProbeMatch><UserName>', gbk, '</UserName><DHCP>1</DHCP></ProbeMatch>'),
    );
    expect(message.fields.userName).toMatch(/^\ufffd/);
    expect(message.fields.dhcpEnabled).toBe(true);
    expect(message.notes).toEqual(['bytes that are not UTF-8 replaced by U+FFFD']);
  });

  it('never swallow the markup that follows', () => {
    for (let lead = 0x80; lead <= 0xff; lead += 1) {
      const data = withBytes(
        '<ProbeMatch><UserName>a',
        [lead],
        '</UserName><DHCP>1</DHCP></ProbeMatch>',
      );
      expect(read(data).fields.dhcpEnabled).toBe(true);
    }
  });

  it('in a serial make it unknown: two devices must not become one', () => {
    const message = read(
      withBytes('<ProbeMatch><DeviceSN>AB', [0xff], '1</DeviceSN></ProbeMatch>'),
    );
    expect('serial' in message.fields).toBe(false);
    expect(message.notes).toContain('DeviceSN: unreadable bytes, left out');
    const clean = withBytes(
      '<ProbeMatch><DeviceSN>AB1</DeviceSN><OEMInfo>',
      [0xff],
      '</OEMInfo></ProbeMatch>',
    );
    expect(read(clean).fields.serial).toBe('AB1');
  });

  it('in a tag make the datagram unreadable', () => {
    expect(refusal(withBytes('<ProbeMatch><DH', [0xff], 'CP>1</DHCP></ProbeMatch>')).reason).toBe(
      'malformed',
    );
  });

  it('characters of UTF-8 are read as they are', () => {
    expect(read(match('<OEMInfo>\u6444\u50cf\u673a \u00fc \u{1f4f7}</OEMInfo>'))).toMatchObject({
      fields: { oemInfo: '\u6444\u50cf\u673a \u00fc \u{1f4f7}' },
      notes: [],
    });
  });
});

describe('unknown elements', () => {
  it('are kept by their own spelling, repeated ones numbered', () => {
    const message = read(match('<Xy>1</Xy><Xy>1</Xy><xY>2</xY><Xy></Xy>'));
    expect([...message.extra]).toEqual([
      ['Xy', '1'],
      ['Xy[2]', '1'],
      ['xY', '2'],
      ['Xy[3]', ''],
    ]);
  });

  it('are kept up to 64 of them', () => {
    const body = Array.from({ length: 70 }, (_, index) => `<E${index}>v</E${index}>`).join('');
    const message = read(match(body));
    expect(message.extra.size).toBe(64);
    expect(message.notes).toHaveLength(6);
    expect(message.notes[0]).toMatch(/^E64: left out/);
  });

  it('are kept up to 2048 characters each and 16,384 together', () => {
    const long = 'x'.repeat(3000);
    const body = Array.from({ length: 12 }, (_, index) => `<L${index}>${long}</L${index}>`).join(
      '',
    );
    const message = read(match(body));
    expect(message.extra.get('L0')).toHaveLength(2048);
    expect(message.extra.size).toBe(7);
  });

  it('have names of at most 96 characters', () => {
    const name = 'n'.repeat(500);
    const message = read(match(`<${name}>1</${name}><${name}>2</${name}>`));
    expect([...message.extra]).toEqual([
      ['n'.repeat(96), '1'],
      [`${'n'.repeat(96)}[2]`, '2'],
    ]);
  });

  it('give at most 32 notes, however much is wrong', () => {
    const body = Array.from({ length: 200 }, (_, index) => `<E${index}>\u0001</E${index}>`).join(
      '',
    );
    expect(read(match(body)).notes).toHaveLength(32);
  });
});
