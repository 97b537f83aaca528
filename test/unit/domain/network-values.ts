import type { NetworkValues } from '../../../main/contract/job.ts';

/** A camera as it stands on most sites. */
export const current: NetworkValues = {
  ...{ ipv4Address: '192.168.1.64', ipv4Mask: '255.255.255.0', ipv4Gateway: '192.168.1.1' },
  ...{ dhcpEnabled: false, commandPort: 8000, httpPort: 80, sdkOverTlsPort: 8443 },
  ...{ ipv6Address: '::', ipv6Gateway: '::', ipv6Prefix: 64 },
};
