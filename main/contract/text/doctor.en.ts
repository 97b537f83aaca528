import type { DoctorCheck, DoctorCheckId } from '../network.ts';

export const doctorEn = {
  verdicts: {
    ok: 'OK',
    warning: 'Look at this',
    problem: 'Problem',
    unknown: 'Cannot tell',
    'not-applicable': 'Does not apply',
  } satisfies Record<DoctorCheck['verdict'], string>,
  checks: {
    adapters: 'Network adapters',
    addresses: 'Addresses of this computer',
    'multicast-join': 'Multicast group joined',
    'port-holder': 'Port 37020',
    'rp-filter': 'Replies from other subnets (rp_filter)',
    firewall: 'Firewall',
    'local-network-permission': 'Local network permission',
    vpn: 'VPN',
    replies: 'Replies from devices',
    recorder: 'Recorder in the way',
    dropped: 'Dropped datagrams',
  } satisfies Record<DoctorCheckId, string>,
  findings: {},
  advice: {},
};
