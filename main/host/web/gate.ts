import { createHash, randomBytes } from 'node:crypto';

export const linkLifeMs = 10 * 60_000;
/** More open browsers than a person has; the oldest session ends first. */
const maxSessions = 32;

/** Who may come in: one-time links, and the sessions they were exchanged for. */
export interface Gate {
  /** Makes a link's token and forgets the one before it. */
  newToken(): string;
  /** A session's secret for a token that is right, unused and in time; else `null`. Uses the token up. */
  redeem(token: string): string | null;
  hasSession(secret: string | undefined): boolean;
  /** Whether the last link was never used, in time or not. */
  isLinkUnused(): boolean;
}

/** Secrets are looked up by hash, so that comparing tells nothing about them by its time. */
function digest(secret: string): string {
  return createHash('sha256').update(secret).digest('base64');
}

export function createGate(now: () => number): Gate {
  let link: { readonly hash: string; readonly expiresAt: number } | null = null;
  const sessions = new Set<string>();
  return {
    newToken() {
      const token = randomBytes(24).toString('base64url');
      link = { hash: digest(token), expiresAt: now() + linkLifeMs };
      return token;
    },
    redeem(token) {
      if (link === null || now() >= link.expiresAt || digest(token) !== link.hash) return null;
      link = null;
      const secret = randomBytes(32).toString('base64url');
      if (sessions.size >= maxSessions) sessions.delete([...sessions][0] ?? '');
      sessions.add(digest(secret));
      return secret;
    },
    isLinkUnused: () => link !== null,
    hasSession: (secret) => secret !== undefined && sessions.has(digest(secret)),
  };
}

/** Cookies know no ports, so the name carries ours: two hosts on one machine keep out of each other's way. */
export function cookieName(port: number): string {
  return `untether-${port}`;
}

export function sessionCookie(port: number, secret: string): string {
  return `${cookieName(port)}=${secret}; Path=/; HttpOnly; SameSite=Strict`;
}

export function readSession(header: string | undefined, port: number): string | undefined {
  for (const part of (header ?? '').split(';')) {
    const [name, value] = part.trim().split('=', 2);
    if (name === cookieName(port)) return value;
  }
  return undefined;
}
