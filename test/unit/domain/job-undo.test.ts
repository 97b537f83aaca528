import { describe, expect, test } from 'vitest';
import type { JobItem, NetworkValues } from '../../../main/contract/job.ts';
import { canBeUndone } from '../../../main/domain/job-undo.ts';

const values: NetworkValues = {
  ipv4Address: '192.168.1.20',
  ipv4Mask: '255.255.255.0',
  ipv4Gateway: '192.168.1.1',
  dhcpEnabled: false,
  commandPort: 8000,
  httpPort: 80,
  sdkOverTlsPort: null,
  ipv6Address: null,
  ipv6Gateway: null,
  ipv6Prefix: null,
};
const changed = {
  state: 'done',
  verdict: 'verified',
  before: values,
  after: { ...values, ipv4Address: '192.168.1.21' },
} as JobItem;

describe('what can be put back', () => {
  test.each([
    ['changed and seen', {}, true],
    ['changed, as the device says', { verdict: 'accepted' }, true],
    ['not changed', { verdict: 'wrong-password' }, false],
    ['still at work', { state: 'running', verdict: null }, false],
    ['begun again', { state: 'waiting' }, false],
    ['not known before', { before: null }, false],
    ['not seen after', { after: null }, false],
  ] as const)('%s: %s', (_name, patch, isPossible) => {
    expect(canBeUndone({ ...changed, ...(patch as Partial<JobItem>) })).toBe(isPossible);
  });
});
