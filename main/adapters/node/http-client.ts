import { type ResolveName, resolveHost } from '../../contract/lan-host.ts';
import type { HttpClient, HttpClientRequest } from '../../ports/http-client.ts';
import { converse, refuseMistakes } from '../../protocol/http-digest/conversation.ts';
import { type Dial, systemResolve } from './http-client-connect.ts';
import { type Line, openLine } from './http-client-send.ts';
import { signBasic, signDigest } from './http-client-sign.ts';

export interface NodeHttpClientOptions {
  /** Asks the system when absent. */
  readonly resolve?: ResolveName;
  /** A training site carries made-up addresses over loopback. */
  readonly dial?: Dial;
}

export function createNodeHttpClient(options: NodeHttpClientOptions = {}): HttpClient {
  const { resolve = systemResolve, dial } = options;
  return {
    async request(request) {
      refuseMistakes(request);
      const address = await resolveHost(request.host, resolve);
      const untouched = { certificate: null, signedRequests: 0 };
      if (address === 'not-lan' || address === 'no-name') {
        const outcome = { kind: 'unreachable', why: address, isSent: false } as const;
        return { ...outcome, ...untouched, address: null };
      }
      const { port } = request;
      const target = dial === undefined ? { host: address, port } : await dial(address, port);
      if (target === null) {
        const outcome = { kind: 'unreachable', why: 'no-route', isSent: false } as const;
        return { ...outcome, ...untouched, address };
      }
      const line = openLine(request, target);
      try {
        const { outcome, signedRequests } = await converseOver(line, request);
        return { ...outcome, address, certificate: line.certificate(), signedRequests };
      } finally {
        await line.close();
      }
    },
  };
}

function converseOver(line: Line, request: HttpClientRequest) {
  const { method, path } = request;
  return converse({
    request,
    send: (authorization) => line.send(authorization),
    sign: (offer, credentials) => signDigest(offer, credentials, { method, path }),
    signBasic,
  });
}
