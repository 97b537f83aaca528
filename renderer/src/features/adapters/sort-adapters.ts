import type { AdapterKind, AdapterView } from '../../../../main/contract/network.ts';

const kindOrder: readonly AdapterKind[] = [
  'ethernet',
  'wifi',
  'unknown',
  'vpn',
  'virtual',
  'loopback',
];

function rank(adapter: AdapterView): number {
  return kindOrder.indexOf(adapter.kind) + (adapter.state === 'gone' ? kindOrder.length : 0);
}

/** Cables first, what is off by rule last. Switching one does not move it under the pointer. */
export function sortAdapters(adapters: readonly AdapterView[]): readonly AdapterView[] {
  return [...adapters].sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name));
}
