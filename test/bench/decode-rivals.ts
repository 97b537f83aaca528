import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { XMLParser } from 'fast-xml-parser';
import { SaxesParser } from 'saxes';
import { decodeSadp } from '../../main/protocol/sadp/decode.ts';

/** One way to read a datagram; returns how many elements it found, so that no work is optimised away. */
export type Decode = (data: Uint8Array) => number;

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Typed fields, notes and all: what the application gets. */
function ours(data: Uint8Array): number {
  const result = decodeSadp(data);
  return result.ok ? Object.keys(result.message.fields).length : 0;
}

/** The strict streaming parser into a Map of texts; no field is read. */
function saxes(data: Uint8Array): number {
  const fields = new Map<string, string>();
  const parser = new SaxesParser({ xmlns: false, position: false });
  let text = '';
  parser.on('opentag', () => {
    text = '';
  });
  parser.on('text', (part) => {
    text += part;
  });
  parser.on('closetag', (tag) => {
    fields.set(tag.name, text);
  });
  parser.write(utf8.decode(data)).close();
  return fields.size;
}

const parser = new XMLParser({ parseTagValue: false, processEntities: true });

/** The usual convenient parser into plain objects; no field is read. */
function fastXmlParser(data: Uint8Array): number {
  const tree: Record<string, Record<string, string>> = parser.parse(utf8.decode(data));
  return Object.keys(tree['ProbeMatch'] ?? {}).length;
}

export const rivals: readonly (readonly [name: string, decode: Decode])[] = [
  ['untether', ours],
  ['saxes', saxes],
  ['fast-xml-parser', fastXmlParser],
];

const fixtures = resolve(import.meta.dirname, '../fixtures/sadp');

export const datagrams: readonly (readonly [name: string, data: Uint8Array])[] = [
  'camera-salted.xml',
  'intercom.xml',
  'recorder-v31.xml',
].map((name) => [name, new Uint8Array(readFileSync(resolve(fixtures, name)))] as const);
