import { type Decoded, openDocument, textAt } from './read.ts';

/** Whether the owner switched the device's discovery off. `null`: not told. */
export interface DiscoveryMode {
  readonly isSadpOn: boolean | null;
}

/** `GET /ISAPI/System/discoveryMode`. Never throws. Source: a public capture of a terminal. */
export function decodeDiscoveryMode(body: Uint8Array | string): Decoded<DiscoveryMode> {
  const opened = openDocument(body, 'DiscoveryMode');
  if (!opened.ok) return opened;
  const word = textAt(opened.value.root, 'SADP')?.toLowerCase();
  const isSadpOn = word === 'discoverable' ? true : word === 'nondiscoverable' ? false : null;
  return { ok: true, value: { isSadpOn } };
}
