import type { WebFlavour } from '../models.ts';

/** An element: its name, attributes written as they stand, and a text or elements. */
export type Node = readonly [
  name: string,
  content: string | number | boolean | readonly Node[],
  attributes?: string,
];

/** How a line writes its documents. */
export interface Dialect {
  readonly namespace: string;
  readonly version: '1.0' | '2.0';
  readonly indent: '' | '  ';
  /** What a wrong password is met with: a page without numbers, or a userCheck. */
  readonly refusal: 'page' | 'bare' | 'full';
  /** Each entry of a list carries version and namespace again, as most captures show. */
  readonly isNested: boolean;
  /** Word for locked; documents and devices spell it differently. */
  readonly locked: 'lock' | 'locked';
}

const hik = 'http://www.hikvision.com/ver20/XMLSchema';
const isapi = 'http://www.isapi.org/ver20/XMLSchema';

const camera: Dialect = {
  ...{ namespace: hik, version: '2.0', indent: '', refusal: 'bare', locked: 'lock' },
  isNested: false,
};
const recorder: Dialect = {
  ...{ namespace: isapi, version: '2.0', indent: '  ', refusal: 'full', locked: 'locked' },
  isNested: true,
};

export const dialects: Readonly<Partial<Record<WebFlavour, Dialect>>> = {
  'camera-old': { ...camera, refusal: 'page' },
  camera,
  'camera-new': { ...camera, refusal: 'full', isNested: true },
  recorder,
  dvr: { ...recorder, namespace: hik, version: '1.0', indent: '' },
  terminal: { ...recorder, locked: 'lock', isNested: false },
};

const toXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

function lines([name, content, attributes = '']: Node, dialect: Dialect, depth: number): string {
  const pad = dialect.indent.repeat(depth);
  const tag = `${pad}<${name}${attributes}>`;
  if (typeof content !== 'object') return `${tag}${toXml(String(content))}</${name}>\n`;
  const inside = content.map((child) => lines(child, dialect, depth + 1)).join('');
  return `${tag}\n${inside}${pad}</${name}>\n`;
}

/** A document, the namespace on its root. */
export function render(root: Node, dialect: Dialect): string {
  const [name, content] = root;
  const attributes = ` version="${dialect.version}" xmlns="${dialect.namespace}"`;
  const isList = dialect.isNested && typeof content === 'object' && name.endsWith('List');
  const whole: Node = isList
    ? [name, content.map(([entry, inside]): Node => [entry, inside, attributes]), attributes]
    : [name, content, attributes];
  return `<?xml version="1.0" encoding="UTF-8" ?>\n${lines(whole, dialect, 0)}`;
}

export function renderBare(root: Node, dialect: Dialect): string {
  return lines(root, { ...dialect, indent: '' }, 0);
}

/** What a device reads of a document: each leaf by its path, in order, and the root's namespace. */
export interface ReadDocument {
  readonly leaves: readonly (readonly [path: string, text: string])[];
  readonly namespace: string | null;
}

const fromXml = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');

/** A tag or a text; comments and prologs are passed over. */
const piece = /<!--.*?-->|<\?.*?\?>|<(\/?)([\w:.-]+)([^<>]*?)(\/?)>|([^<]+)/gs;

/** A device's own simple reader, apart from the client's; `null` for what it cannot make sense of. */
export function readDocument(text: string): ReadDocument | null {
  if (text.length > 65_536 || /<!DOCTYPE/i.test(text)) return null;
  const reading = new Reading();
  for (const [, closing, name, , selfClosing, between] of text.matchAll(piece)) {
    if (between !== undefined) reading.text(between);
    else if (name !== undefined && closing === '/') reading.close(name);
    else if (name !== undefined) reading.open(name, selfClosing === '/');
  }
  if (!reading.isWhole) return null;
  return { leaves: reading.leaves, namespace: /\sxmlns="([^"]*)"/.exec(text)?.[1] ?? null };
}

class Reading {
  readonly leaves: (readonly [string, string])[] = [];
  private readonly names: string[] = [];
  private held = '';
  private isLeaf = false;
  private isBroken = false;

  get isWhole(): boolean {
    return !this.isBroken && this.names.length === 0 && this.leaves.length > 0;
  }

  text(part: string): void {
    this.held += part;
  }

  open(name: string, isEmpty: boolean): void {
    this.names.push(name);
    this.held = '';
    this.isLeaf = true;
    if (isEmpty) this.close(name);
  }

  close(name: string): void {
    if (this.isLeaf) this.leaves.push([this.names.join('/'), fromXml(this.held.trim())]);
    if (this.names.pop() !== name) this.isBroken = true;
    this.isLeaf = false;
    this.held = '';
  }
}
