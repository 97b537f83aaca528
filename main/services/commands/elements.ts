import type { SadpElement } from '../../protocol/sadp/encode.ts';
import type { Element } from './commands.ts';

const attribute = /([A-Za-z][A-Za-z0-9]*)="([^"]*)"/g;

/** The protocol layer takes attributes as names and texts. */
export function toWireElements(elements: readonly Element[]): SadpElement[] {
  return elements.map(([name, value, attributes = '']) => {
    const pairs = [...attributes.matchAll(attribute)].map(([, key = '', text = '']) => [key, text]);
    return pairs.length === 0 ? [name, value] : [name, value, Object.fromEntries(pairs)];
  });
}
