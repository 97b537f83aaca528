import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sadpFieldTable } from '../../../main/protocol/sadp/fields.ts';
import { fixture, fixtureDir, fixtureNames, read } from './helpers.ts';

function plain(data: Uint8Array) {
  const message = read(data);
  return { ...message, extra: Object.fromEntries(message.extra) };
}

function golden(name: string): unknown {
  return JSON.parse(readFileSync(resolve(fixtureDir, name.replace('.xml', '.json')), 'utf8'));
}

const utf8Mark = [0xef, 0xbb, 0xbf];

/** The same datagram as other firmwares would send it; none of this may change what is read. */
const variants: readonly (readonly [string, (data: Uint8Array) => Uint8Array])[] = [
  ['as it is', (data) => data],
  ['with CRLF', (data) => Buffer.from(Buffer.from(data).toString('utf8').replaceAll('\n', '\r\n'))],
  ['with a byte order mark', (data) => Uint8Array.from([...utf8Mark, ...data])],
  ['with one NUL at the end', (data) => Uint8Array.from([...data, 0])],
  ['with a zeroed buffer behind it', (data) => Uint8Array.from([...data, ...Array(700).fill(0)])],
  [
    'without prolog',
    (data) =>
      Buffer.from(
        Buffer.from(data)
          .toString('utf8')
          .replace(/^<\?xml[^>]*\?>\s*/, ''),
      ),
  ],
  [
    'inside a larger buffer',
    (data) => {
      const whole = new Uint8Array(data.length + 20).fill(0x3c);
      whole.set(data, 10);
      return whole.subarray(10, 10 + data.length);
    },
  ],
];

describe('datagrams in the shapes devices send', () => {
  it.each(fixtureNames())('%s decodes as recorded', (name) => {
    expect(plain(fixture(name))).toEqual(golden(name));
  });

  describe.each(variants)('%s', (_title, change) => {
    it.each(fixtureNames())('%s', (name) => {
      expect(plain(change(fixture(name)))).toEqual(golden(name));
    });
  });

  it('the recorder shows every element of the table', () => {
    const { fields } = read(fixture('recorder-v31.xml'));
    const missing = sadpFieldTable.filter(([, key]) => fields[key] === undefined);
    expect(missing).toEqual([]);
  });
});
