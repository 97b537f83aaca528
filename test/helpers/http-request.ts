import type { HttpClientRequest } from '../../main/ports/http-client.ts';

/** A GET to a server on loopback; the rest as a test wants it. */
export function requestTo(port: number, more: Partial<HttpClientRequest> = {}): HttpClientRequest {
  return {
    host: '127.0.0.1',
    port,
    isTls: false,
    method: 'GET',
    path: '/ISAPI/System/deviceInfo',
    timeoutMs: 5000,
    maxBytes: 65_536,
    ...more,
  };
}
