import { describe, expect, test } from 'vitest';
import type { PlanRow } from '../../../main/contract/job.ts';
import {
  changeWords,
  isStopped,
  planTable,
  problemWords,
} from '../../../main/host/cli/acts/plan-text.ts';
import { aContext } from './some-context.ts';
import { aRef } from './some-job.ts';

function aRow(part: Partial<PlanRow> = {}): PlanRow {
  return {
    line: 2,
    wanted: '9021',
    device: aRef(),
    name: null,
    from: null,
    to: {},
    problems: [],
    ...part,
  };
}

const from = {
  ipv4Address: '192.168.1.64',
  ipv4Mask: '255.255.255.0',
  ipv4Gateway: null,
  dhcpEnabled: true,
  commandPort: 8000,
  httpPort: 80,
  sdkOverTlsPort: null,
  ipv6Address: null,
  ipv6Gateway: null,
  ipv6Prefix: null,
};

describe('a plan as a person reads it', () => {
  test('shows what differs and nothing else', () => {
    const row = aRow({
      from,
      to: {
        ipv4Address: '192.168.1.70',
        ipv4Mask: '255.255.255.0',
        dhcpEnabled: false,
        ipv4Gateway: '',
      },
      name: 'Gate',
    });
    expect(changeWords(aContext(), row)).toBe(
      'IP Address 192.168.1.64 → 192.168.1.70; Enable DHCP Yes → No; Gateway ? → none; name Gate',
    );
  });

  test('says what stands against a row, and leaves out what is not known of it', () => {
    const problems: PlanRow['problems'] = [
      { code: 'used-on-wire', level: 'stop', params: { by: '00:11:22:33:44:55' } },
      { code: 'used-by-device', level: 'caution', params: {} },
    ];
    const words = problemWords(aContext(), problems);
    expect(words).toContain('It is 00:11:22:33:44:55.');
    expect(words).not.toContain('{{');
    expect(isStopped({ problems })).toBe(true);
    expect(planTable(aContext(), [aRow({ problems })])).toContain('Left out');
  });

  test('names a row by what the file said when nobody fits', () => {
    expect(planTable(aContext(), [aRow({ device: null, wanted: 'DS-X\u001b[2J' })])).toMatch(
      /DS-X[^\p{Cc}]/u,
    );
  });

  test('a caution does not stop a row', () => {
    const problems: PlanRow['problems'] = [{ code: 'no-change', level: 'caution', params: {} }];
    expect(isStopped({ problems })).toBe(false);
  });
});
