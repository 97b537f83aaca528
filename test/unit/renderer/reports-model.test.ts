import { describe, expect, test } from 'vitest';
import {
  allOf,
  formatsOf,
  madeReports,
  usualSide,
  withChoice,
} from '../../../renderer/src/features/reports/model.ts';

const line = (seq: number, what: string, outcome: string) => ({
  ...{ seq, at: seq, user: 'ann', machine: 'laptop', host: 'web', what },
  ...{ jobId: null, device: null, hash: '' },
  params: { kind: 'inventory', format: 'csv', site: 'Hotel', outcome },
});

describe('reports on the screen', () => {
  test('CSV is offered for what is one table', () => {
    expect(formatsOf('inventory')).toContain('csv');
    expect(formatsOf('handover-client')).not.toContain('csv');
  });

  test('lately: what the audit says was made, not what was begun or failed', () => {
    const made = madeReports([
      line(4, 'reports.make finished', 'ok'),
      line(3, 'reports.make begun', 'ok'),
      line(2, 'reports.make finished', 'report.needs-passphrase'),
      line(1, 'support.make finished', 'ok'),
    ]);
    expect(made).toEqual([
      { seq: 4, at: 4, by: 'ann@laptop', kind: 'inventory', format: 'csv', site: 'Hotel' },
    ]);
  });

  test('a choice changes one field of one device', () => {
    const first = withChoice({}, { key: 'sn:1', field: 'name', side: 'mine' });
    const next = withChoice(first, { key: 'sn:1', field: 'note', side: 'theirs' });
    expect(next).toEqual({ 'sn:1': { name: 'mine', note: 'theirs' } });
    expect(first).toEqual({ 'sn:1': { name: 'mine' } });
    expect([usualSide('theirs'), usualSide('unknown')]).toEqual(['theirs', null]);
  });

  test('all of one side', () => {
    const device = {
      ...{ id: 'a' as never, serial: null, shortSerial: null, model: null, name: null },
      ...{ mac: null, address: null },
    };
    const field = { mine: 'a', theirs: 'b', newer: 'mine' } as const;
    const conflicts = [
      { key: 'sn:1', mine: device, theirs: device, fields: [{ field: 'name' as const, ...field }] },
    ];
    expect(allOf({ conflicts }, 'theirs')).toEqual({ 'sn:1': { name: 'theirs' } });
  });
});
