import { lookup } from 'node:dns/promises';
import { connect as connectPlain, type Socket } from 'node:net';
import { type ConnectionOptions, connect as connectTls, type TLSSocket } from 'node:tls';
import type { buildConnector } from 'undici';
import { parseIpv4 } from '../../contract/ip.ts';
import type { ResolveName } from '../../contract/lan-host.ts';
import type { HttpCertificate } from '../../ports/http-client.ts';

/** Where a device is met on this machine's network; training sites carry it over loopback. */
export type Dial = (
  address: string,
  port: number,
) => Promise<{ readonly host: string; readonly port: number } | null>;

/** Every IPv4 address of a name. */
export const systemResolve: ResolveName = async (name) => {
  const found = await lookup(name, { family: 4, all: true });
  return found.map(({ address }) => address);
};

/** The connection shows another certificate than the one that is pinned. */
export class CertificateChanged extends Error {}

export interface ConnectTarget {
  /** As the caller named it; a name is also told to the TLS server. */
  readonly name: string;
  readonly host: string;
  readonly port: number;
  readonly isTls: boolean;
  readonly pinned: string | null;
  /** Called before a single byte of HTTP leaves. */
  readonly onCertificate: (certificate: HttpCertificate) => void;
  /** From here on bytes of HTTP may leave. */
  readonly onOpen: () => void;
}

/**
 * Connects, and over TLS compares the certificate before undici gets the socket. Devices sign their own, so
 * no authority is asked: the pin is what is trusted. Old ones know nothing newer than TLS 1.0; Electron's
 * TLS library refuses OpenSSL's word for that, so there its defaults stay.
 */
export function connectorTo(target: ConnectTarget): buildConnector.connector {
  return (_options, callback) => {
    let isDone = false;
    const socket = target.isTls ? openTls(target) : connectPlain(target.port, target.host);
    const finish = (error: Error | null): void => {
      if (isDone) return;
      isDone = true;
      socket.off('error', finish);
      if (error === null) {
        target.onOpen();
        callback(null, socket);
        return;
      }
      // Whatever it still has to complain about is of no interest.
      socket.on('error', () => undefined);
      socket.destroy();
      callback(error, null);
    };
    socket.setNoDelay(true);
    socket.once('error', finish);
    socket.once('close', () => finish(new Error('closed before it was open')));
    socket.once(target.isTls ? 'secureConnect' : 'connect', () => {
      finish(target.isTls ? checkCertificate(socket as TLSSocket, target) : null);
    });
  };
}

function openTls({ host, port, name }: ConnectTarget): Socket {
  const isOpenSsl = process.versions['electron'] === undefined;
  const options: ConnectionOptions = {
    ...{ host, port },
    rejectUnauthorized: false,
    minVersion: 'TLSv1',
    ...(parseIpv4(name) === null ? { servername: name } : {}),
    ...(isOpenSsl ? { ciphers: 'DEFAULT:@SECLEVEL=0' } : {}),
  };
  return connectTls(options);
}

function checkCertificate(socket: TLSSocket, target: ConnectTarget): Error | null {
  const peer = socket.getPeerX509Certificate();
  if (peer === undefined) return new Error('TLS without a certificate');
  const fingerprint = peer.fingerprint256.replaceAll(':', '').toLowerCase();
  const validToAt = Date.parse(peer.validTo);
  target.onCertificate({
    fingerprint,
    subject: peer.subject?.replaceAll('\n', ', ').slice(0, 200) ?? '',
    validToAt: Number.isNaN(validToAt) ? null : validToAt,
  });
  const isPinned = target.pinned === null || target.pinned.toLowerCase() === fingerprint;
  return isPinned ? null : new CertificateChanged();
}
