import { isLanHost } from '../../contract/ip.ts';
import { type ResolveName, resolveHost } from '../../contract/lan-host.ts';
import type { NameResolver } from '../../ports/name-resolver.ts';
import { systemResolve } from './http-client-connect.ts';

/** Over the system's own resolver, so that `hosts` files and mDNS names count too. */
export function createNodeNameResolver(resolve: ResolveName = systemResolve): NameResolver {
  return {
    async resolve(name) {
      const found = await resolveHost(name, resolve);
      return isLanHost(found) ? found : null;
    },
  };
}
