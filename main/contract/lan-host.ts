import { isLanHost, parseIpv4 } from './ip.ts';

/** IPv4 addresses of a name. @throws whatever a name server says instead */
export type ResolveName = (name: string) => Promise<readonly string[]>;

/**
 * The address to use, resolved once: a name that later points elsewhere changes nothing. A name with an
 * address of the LAN and one outside is used by the former.
 */
export async function resolveHost(
  host: string,
  resolve: ResolveName,
): Promise<string | 'not-lan' | 'no-name'> {
  if (parseIpv4(host) !== null) return isLanHost(host) ? host : 'not-lan';
  // An IPv6 literal is nothing a name server knows.
  if (host.includes(':') || !/^[\w.-]{1,253}$/.test(host)) return 'no-name';
  let addresses: readonly string[];
  try {
    addresses = await resolve(host);
  } catch {
    // No network, no server or no such name: for whoever asked it is all the same.
    return 'no-name';
  }
  if (addresses.length === 0) return 'no-name';
  return addresses.find(isLanHost) ?? 'not-lan';
}
