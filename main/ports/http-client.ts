import type { CancelSignal } from './cancel.ts';

export interface HttpCredentials {
  readonly user: string;
  readonly password: string;
}

/** What a device told about its lock; the lockout guard takes it as it is. */
export interface HttpLoginTold {
  /** `null`: not told. */
  readonly attemptsLeft: number | null;
  /** Minutes begun; `null` when it is not locked or does not say for how long. */
  readonly lockMinutes: number | null;
  readonly isLocked: boolean;
}

export interface HttpClientRequest {
  /** IPv4 address, or a name that resolves to one of the LAN. */
  readonly host: string;
  readonly port: number;
  readonly isTls: boolean;
  readonly method: 'GET' | 'PUT' | 'POST' | 'DELETE';
  /** Path and query as they stand on the request line; begins with `/`. */
  readonly path: string;
  readonly body?: string | Uint8Array;
  /** `application/xml; charset="UTF-8"` when there is a body and this is absent. */
  readonly contentType?: string;
  /** Absent: one request without a login, whatever comes back. */
  readonly credentials?: HttpCredentials;
  /** Somebody knows that the device takes nothing but a readable password over plain HTTP. */
  readonly isBasicAllowed?: boolean;
  /** SHA-256 of the device's certificate, lower-case hexadecimal. Absent: this is the first use. */
  readonly pinnedCertificate?: string;
  /**
   * Asked right before credentials leave, once for each time they do, with what the device has just told
   * without a login. `false` holds them back. Here the lockout guard opens its try.
   */
  readonly mayTry?: (told: HttpLoginTold) => boolean;
  /** For everything together. */
  readonly timeoutMs: number;
  /** Of one answer's body. */
  readonly maxBytes: number;
  readonly signal?: CancelSignal;
}

export interface HttpCertificate {
  /** SHA-256, lower-case hexadecimal: what is kept as the pin. */
  readonly fingerprint: string;
  readonly subject: string;
  /** Epoch ms; `null` when the certificate has no readable date. */
  readonly validToAt: number | null;
}

/** Common to all that happened on a connection. */
export interface HttpTrace {
  /** Address that was used; `null` when the name did not resolve. */
  readonly address: string | null;
  /** `null` over plain HTTP, or when no connection came about. */
  readonly certificate: HttpCertificate | null;
  /** How often credentials left this machine: each time may have cost a try. */
  readonly signedRequests: number;
}

export type HttpClientResult = HttpTrace &
  (
    | {
        /** An answer that does not speak against the login. Its status may still be 403 or 404. */
        readonly kind: 'ok';
        readonly status: number;
        /** Lower-case names; several of one name are joined with `, `. */
        readonly headers: ReadonlyMap<string, string>;
        readonly body: Uint8Array;
      }
    /** The device wants a login and none was given; `schemes` as offered, lower case. */
    | {
        readonly kind: 'needs-login';
        readonly told: HttpLoginTold;
        readonly schemes: readonly string[];
      }
    | { readonly kind: 'wrong-password'; readonly told: HttpLoginTold }
    /** It refuses every password now. Without `signedRequests` none was sent. */
    | { readonly kind: 'locked'; readonly told: HttpLoginTold }
    /** Refused without a word why, also with a fresh nonce: each signed request may have cost a try. */
    | { readonly kind: 'login-unclear' }
    /** `mayTry` said no. */
    | { readonly kind: 'held-back'; readonly told: HttpLoginTold }
    /** The only way in would show the password to everybody on the wire. */
    | { readonly kind: 'needs-consent-basic' }
    /** It offers no way of logging in that we have. */
    | { readonly kind: 'unsupported-login'; readonly schemes: readonly string[] }
    /** Another certificate than the pinned one. Nothing was sent over the connection. */
    | { readonly kind: 'certificate-changed'; readonly pinned: string }
    /** Never followed. `isSameHost`: the target is the same device, often its HTTPS side. */
    | { readonly kind: 'redirect'; readonly location: string; readonly isSameHost: boolean }
    | {
        readonly kind: 'unreachable';
        readonly why: 'refused' | 'no-route' | 'no-name' | 'not-lan' | 'reset' | 'tls';
        /** The whole request had left: a change may have been made although no answer came. */
        readonly isSent: boolean;
      }
    | { readonly kind: 'timeout'; readonly isSent: boolean }
    | { readonly kind: 'too-large'; readonly limitBytes: number }
    | { readonly kind: 'not-http' }
    | { readonly kind: 'canceled'; readonly isSent: boolean }
  );

/** Talks to the web server of one device at a time. Never rejects for what a network or a device does. */
export interface HttpClient {
  /**
   * @throws {RangeError} for a user name with a colon or control characters, a path that does not begin
   *   with `/` or holds blanks or characters outside ASCII: mistakes of the caller, nothing is sent
   */
  request(request: HttpClientRequest): Promise<HttpClientResult>;
}
