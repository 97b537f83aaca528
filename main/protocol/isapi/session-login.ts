import { type Decoded, openDocument, textAt, toFlag, toInt, unreadable } from './read.ts';

/** What a device wants a session login to be made with. Only for devices that offer no digest. */
export interface SessionLoginCapabilities {
  readonly sessionId: string;
  readonly challenge: string;
  /** At most 10,000: a hostile peer must not burn our processor. */
  readonly iterations: number;
  readonly isIrreversible: boolean;
  readonly salt: string | null;
  readonly salt2: string | null;
  /** `2` or `2.1` */
  readonly version: string | null;
}

const maxIterations = 10_000;

/** `GET /ISAPI/Security/sessionLogin/capabilities?username=<u>`. Never throws. Source: public client programs. */
export function decodeSessionLogin(body: Uint8Array | string): Decoded<SessionLoginCapabilities> {
  const opened = openDocument(body, 'SessionLoginCap');
  if (!opened.ok) return opened;
  const read = (name: string) => textAt(opened.value.root, name);
  const [sessionId, challenge] = [read('sessionID'), read('challenge')];
  const iterations = toInt(read('iterations'), { min: 1, max: maxIterations });
  if (sessionId === null || challenge === null) return unreadable('no session or no challenge');
  if (iterations === null) return unreadable(`iterations: none, or more than ${maxIterations}`);
  return {
    ok: true,
    value: {
      ...{ sessionId, challenge, iterations },
      isIrreversible: toFlag(read('isIrreversible')) === true,
      salt: read('salt'),
      salt2: read('salt2'),
      version: read('sessionIDVersion'),
    },
  };
}
