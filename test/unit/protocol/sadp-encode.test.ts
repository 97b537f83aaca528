import { describe, expect, it } from 'vitest';
import { encodeInquiry, encodeSadpRequest } from '../../../main/protocol/sadp/encode.ts';
import { sadpGeneration } from '../../../main/protocol/sadp/generation.ts';
import { read } from './helpers.ts';

const uuid = '34AE2EEE-F340-4DBB-B0BA-DB16D085BE64';
const text = (data: Uint8Array) => new TextDecoder().decode(data);

describe('the inquiry', () => {
  it('is exactly these 124 bytes', () => {
    const data = encodeInquiry(uuid.toLowerCase());
    expect(data).toHaveLength(124);
    expect(text(data)).toBe(
      '<?xml version="1.0" encoding="utf-8"?><Probe>' +
        `<Uuid>${uuid}</Uuid><Types>inquiry</Types></Probe>`,
    );
  });

  it('is understood by the decoder', () => {
    expect(read(encodeInquiry(uuid))).toMatchObject({ root: 'Probe', uuid, types: 'inquiry' });
  });

  it.each(['', 'no-uuid', `{${uuid}}`, `${uuid}0`, uuid.replaceAll('-', '')])(
    'refuses %j as Uuid',
    (wrong) => {
      expect(() => encodeInquiry(wrong)).toThrow(RangeError);
    },
  );
});

describe('a request', () => {
  const start = '<?xml version="1.0" encoding="utf-8"?><Probe>';
  const mac = '02-1A-5e-00-00-11';

  it('keeps the order of most commands, and the spelling of the MAC', () => {
    const data = encodeSadpRequest({ uuid, types: 'activate', mac, body: [['Password', 'eA==']] });
    expect(text(data)).toBe(
      `${start}<Uuid>${uuid}</Uuid><MAC>${mac}</MAC><Types>activate</Types>` +
        '<Password>eA==</Password></Probe>',
    );
  });

  it('can have the type before the MAC', () => {
    const data = encodeSadpRequest({
      uuid,
      types: 'lamp',
      mac,
      order: 'UTM',
      body: [['Action', 'open']],
    });
    expect(text(data)).toBe(
      `${start}<Uuid>${uuid}</Uuid><Types>lamp</Types><MAC>${mac}</MAC>` +
        '<Action>open</Action></Probe>',
    );
  });

  it('can have elements between them, and attributes', () => {
    const data = encodeSadpRequest({
      uuid,
      types: 'update',
      body: [
        ['PWErrorParse', 'true'],
        ['MAC', mac],
        ['Password', 'eA==', { bSalt: 'true' }],
      ],
    });
    expect(text(data)).toBe(
      `${start}<Uuid>${uuid}</Uuid><Types>update</Types><PWErrorParse>true</PWErrorParse>` +
        `<MAC>${mac}</MAC><Password bSalt="true">eA==</Password></Probe>`,
    );
  });

  it('escapes what would be markup', () => {
    const data = encodeSadpRequest({ uuid, types: 'x', body: [['A', `<&>"'`, { b: '"<&' }]] });
    expect(text(data)).toContain(`<A b="&quot;&lt;&amp;">&lt;&amp;&gt;&quot;'</A>`);
  });

  it.each([
    ['a name that is none', { uuid, types: 'x', body: [['a b', '']] as const }],
    [
      'an attribute name that is none',
      { uuid, types: 'x', body: [['a', '', { 'b=': '' }]] as const },
    ],
    ['a control character', { uuid, types: 'x', body: [['a', '\u0000']] as const }],
    ['half a character', { uuid, types: 'x', body: [['a', '\ud83d']] as const }],
  ])('refuses %s', (_title, request) => {
    expect(() => encodeSadpRequest(request)).toThrow(RangeError);
  });
});

describe('generation', () => {
  it.each([
    [{}, '2.x'],
    [{ encrypt: false }, '2.x'],
    [{ encrypt: true }, '3.0'],
    [{ salt: 'aa' }, '3.0'],
    [{ encrypt: true, salt: 'aa' }, '3.0'],
    [{ sadpVersion: '3.0' }, '3.0'],
    [{ sadpVersion: '3.1' }, '3.1'],
    [{ sadpVersion: '3.0,3.1', encrypt: true }, '3.1'],
    [{ sadpVersion: ' 3.1 , 3.0 ' }, '3.1'],
    [{ sadpVersion: '3.0,3.1.1' }, '3.0'],
    [{ sadpVersion: '3.1.1', encrypt: true }, '3.0'],
    [{ sadpVersion: '4.0' }, '2.x'],
    [{ sadpVersion: '13.1' }, '2.x'],
  ] as const)('%j is %s', (fields, expected) => {
    expect(sadpGeneration(fields)).toBe(expected);
  });
});
