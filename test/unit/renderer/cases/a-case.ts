import type { DeviceId } from '../../../../main/contract/device.ts';
import type { CaseStep, RecoveryCase } from '../../../../main/contract/recovery.ts';

export function aStep(id: CaseStep['id'], change: Partial<CaseStep> = {}): CaseStep {
  return {
    ...{ id, state: 'todo', isWatched: false, isOptional: false },
    ...{ by: null, who: null, at: null, evidence: null },
    ...change,
  };
}

export function aCase(id: string, change: Partial<RecoveryCase> = {}): RecoveryCase {
  const device = {
    ...{ id: 'd1' as DeviceId, serial: 'DS-2CD2143G2-I20230505AAWRE64583902' },
    ...{ shortSerial: 'E64583902', model: 'DS-2CD2143G2-I', name: null },
    ...{ mac: '44:47:cc:00:00:01', address: '192.168.1.64' },
  };
  const before = {
    ...{ at: 0, bootTime: '2026-11-20T08:00:00', activated: true, address: '192.168.1.64' },
    ...{ dhcpEnabled: false, firmware: 'V5.7.1', cloudEnabled: null, cloudBound: null },
    presence: 'online',
  };
  return {
    ...{
      id,
      kind: 'reset-button',
      siteId: 's1',
      device,
      state: 'open',
      openedAt: 1,
      closedAt: null,
    },
    ...{
      by: { user: 'anna', machine: 'laptop' },
      reason: '',
      authorisedBy: '',
      variant: null,
      before,
    },
    ...{ steps: [], deadlines: [], warnings: [], watch: { state: 'off', since: null } },
    ...{
      outcome: null,
      attachments: [],
      notes: [],
      fields: {},
      jobId: null,
      guideId: 'reset-button',
    },
    ...change,
  };
}
