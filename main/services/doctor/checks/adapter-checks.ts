import { isInSubnet, parseIpv4 } from '../../../contract/ip.ts';
import type { AdapterView } from '../../../contract/network.ts';
import { type Check, checkOf, type DoctorContext, names } from '../context.ts';

function describe(adapter: AdapterView): string {
  const addresses = adapter.addresses.map(({ address, prefix }) => `${address}/${prefix}`);
  const parts = [
    adapter.name,
    adapter.kindReason === null ? adapter.kind : `${adapter.kind} (${adapter.kindReason})`,
    addresses.length === 0 ? 'no IPv4 address' : addresses.join(' '),
    `${adapter.enabled ? 'on' : 'off'} by ${adapter.enabledBy}`,
    adapter.problem === null ? adapter.state : `${adapter.state}: ${adapter.problem}`,
    `replies ${adapter.replies}`,
  ];
  return parts.join('; ');
}

function present(context: DoctorContext): AdapterView[] {
  return context.status.adapters.filter(({ state }) => state !== 'gone');
}

/** Is a real adapter there, and does the search leave by it? */
export const checkAdapters: Check = (context) => {
  const all = present(context);
  const on = all.filter(({ enabled }) => enabled);
  const failed = on.filter(({ state, addresses }) => state === 'failed' && addresses.length > 0);
  const offCables = all.filter(
    ({ enabled, kind, addresses }) =>
      !enabled && addresses.length > 0 && (kind === 'ethernet' || kind === 'wifi'),
  );
  const evidence = all.map(describe);
  const params = { on: names(on), count: on.length, off: names(offCables), failed: names(failed) };
  const tell = (finding: string, verdict: 'ok' | 'warning' | 'problem', advice?: string) =>
    checkOf('adapters', {
      verdict,
      finding,
      params,
      evidence,
      ...(advice === undefined ? {} : { advice }),
    });
  if (all.length === 0) return tell('adapters-none', 'problem', 'connect-adapter');
  if (on.length === 0) return tell('adapters-all-off', 'problem', 'switch-adapter-on');
  if (failed.length > 0) return tell('adapters-failed', 'warning', 'check-adapter');
  if (offCables.length > 0) return tell('adapters-some-off', 'warning', 'switch-adapter-on');
  return tell('adapters-ok', 'ok');
};

const linkLocal = { base: parseIpv4('169.254.0.0') ?? 0, prefix: 16 };

/** Does this computer have addresses that cameras can answer to? */
export const checkAddresses: Check = (context) => {
  const { enabled } = context;
  const evidence = enabled.map(({ name, addresses }) => {
    const list = addresses.map(({ address, prefix }) => `${address}/${prefix}`).join(' ');
    return `${name}: ${list === '' ? 'none' : list}`;
  });
  const addressed = enabled.filter(({ addresses }) => addresses.length > 0);
  if (addressed.length === 0) {
    return checkOf('addresses', {
      verdict: 'problem',
      finding: 'addresses-none',
      advice: 'set-address',
      evidence,
    });
  }
  const selfMade = addressed.filter(({ addresses }) =>
    addresses.every(({ address }) =>
      isInSubnet(parseIpv4(address) ?? 0, linkLocal.base, linkLocal.prefix),
    ),
  );
  if (selfMade.length > 0) {
    return checkOf('addresses', {
      verdict: 'warning',
      finding: 'addresses-link-local',
      advice: 'set-address',
      params: { adapters: names(selfMade) },
      evidence,
    });
  }
  const twins = sameSubnet(context);
  if (twins !== null) {
    return checkOf('addresses', {
      verdict: 'warning',
      finding: 'addresses-same-subnet',
      advice: 'one-adapter-per-subnet',
      params: { adapters: twins },
      evidence,
    });
  }
  return checkOf('addresses', { verdict: 'ok', finding: 'addresses-ok', evidence });
};

/** Two adapters in one subnet: the system answers by only one of them. */
function sameSubnet({ enabled }: DoctorContext): string | null {
  for (const [index, one] of enabled.entries()) {
    for (const other of enabled.slice(index + 1)) {
      const overlap = one.addresses.some((a) =>
        other.addresses.some((b) => {
          const prefix = Math.min(a.prefix, b.prefix);
          return isInSubnet(parseIpv4(a.address) ?? 0, parseIpv4(b.address) ?? 0, prefix);
        }),
      );
      if (overlap) return names([one, other]);
    }
  }
  return null;
}

/** Did the system let us into the multicast group on each adapter? */
export const checkJoin: Check = (context) => {
  const on = present(context).filter((one) => one.enabled && one.addresses.length > 0);
  const evidence = on.map(({ name, state, problem }) => `${name}: ${problem ?? state}`);
  if (context.status.port.mode === 'closed' || on.length === 0) {
    return checkOf('multicast-join', { verdict: 'unknown', finding: 'join-not-tried', evidence });
  }
  const refused = on.filter(
    ({ problem }) => problem === 'join-failed' || problem === 'bind-failed',
  );
  const params = { adapters: names(refused) };
  if (refused.length === 0) {
    return checkOf('multicast-join', { verdict: 'ok', finding: 'join-ok', evidence });
  }
  return checkOf('multicast-join', {
    verdict: refused.length === on.length ? 'problem' : 'warning',
    finding: 'join-refused',
    advice: 'check-adapter',
    params,
    evidence,
  });
};

/** A VPN may take the search, or the replies, away from the camera network. */
export const checkVpn: Check = (context) => {
  const vpns = present(context).filter(
    ({ kind, addresses }) => kind === 'vpn' && addresses.length > 0,
  );
  const evidence = vpns.map(describe);
  const params = { adapters: names(vpns) };
  if (vpns.length === 0) return checkOf('vpn', { verdict: 'ok', finding: 'vpn-none' });
  const { defaultRoutes } = context.facts;
  if (defaultRoutes !== null) evidence.push(`default route: ${defaultRoutes.join(', ') || 'none'}`);
  const takesAll = vpns.some(({ id }) => defaultRoutes?.includes(id) === true);
  if (takesAll) {
    return checkOf('vpn', {
      verdict: 'warning',
      finding: 'vpn-default-route',
      advice: 'disconnect-vpn',
      params,
      evidence,
    });
  }
  if (vpns.some(({ enabled }) => enabled)) {
    return checkOf('vpn', {
      verdict: 'warning',
      finding: 'vpn-on',
      advice: 'switch-vpn-off',
      params,
      evidence,
    });
  }
  return checkOf('vpn', { verdict: 'ok', finding: 'vpn-off', params, evidence });
};
