import { expect, test } from 'vitest';
import { applyEvent } from '../../../main/domain/cases/apply.ts';
import { changeStep, newCase } from '../../../main/domain/cases/person.ts';
import { type Applied, newMemory, type Seen } from '../../../main/domain/cases/types.ts';

const at = Date.UTC(2026, 2, 1, 9, 0, 0);
const serialKey = 'DS-TEST000000001';
const mac = 'aa:bb:cc:00:00:01';

function exported(bootTime: string | null): Applied {
  const file = newCase({
    ...{ id: 'c1', kind: 'reset-file', siteId: 's1', by: { user: 'ann', machine: 'laptop' }, at },
    device: {
      ...{ id: 'd1' as never, serial: serialKey, shortSerial: null, model: null, name: null },
      ...{ mac, address: null },
    },
    identity: { serialKey, macs: [mac] },
    before: {
      ...{ at, bootTime, activated: true, address: '192.168.1.20', dhcpEnabled: null },
      ...{ firmware: null, cloudEnabled: null, cloudBound: null, presence: 'online' },
    },
    ...{ variant: null, reason: '', authorisedBy: 'Owner', jobId: null, provenBefore: null },
  });
  const sent = changeStep(file, {
    ...{ step: 'file-exported', state: 'done', note: null, who: 'ann', at, bootTime },
    defaults: {
      ...{ portalHours: 24, fileWarnHours: 24, fileExpireHours: 48, emailHours: 48 },
      watchMinutes: 10,
    },
  });
  return { file: sent, memory: newMemory(1000, at) };
}

function hear(given: Applied, order: number, bootTime: string | null): Applied {
  const seen: Seen = {
    ...{ at: at + order, order, serialKey, mac, address: '192.168.1.20', isAsked: false },
    ...{ bootTime, activated: true, dhcpEnabled: false, cloudBound: null },
  };
  return applyEvent(given, { kind: 'seen', seen });
}

const warnings = ({ file }: Applied) =>
  file.view.warnings.map(({ code, params }) => [code, params['to'] ?? null]);

test('a start that is told a second off each time is one warning; the next start is another', () => {
  let now = exported('2026-02-20T08:00:00');
  for (const [index, second] of ['00', '01', '59', '30'].entries()) {
    now = hear(now, 2000 + index * 5000, `2026-03-01T09:10:${second}`);
  }
  expect(warnings(now)).toEqual([['restarted-since-export', '2026-03-01T09:10:00']]);
  now = hear(now, 60_000, '2026-03-01T10:00:00');
  expect(warnings(now)).toHaveLength(2);
});

test('a start that nobody had heard is learned from the next answer, and held against later ones', () => {
  let now = hear(exported(null), 2000, null);
  now = hear(now, 3000, '2026-03-01T09:10:00');
  expect(warnings(now)).toEqual([]);
  expect(warnings(hear(now, 9000, '2026-03-01T11:00:00'))).toHaveLength(1);
});
