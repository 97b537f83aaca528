import { describe, expect, it } from 'vitest';
import type { JobItem, PlanProblem, PlanRow } from '../../../../main/contract/job.ts';
import {
  changesOf,
  fieldChanges,
  isPicked,
  linesOf,
  noPasswords,
  secretsBeside,
  secretsOf,
  usualValue,
  withoutPassword,
} from '../../../../renderer/src/features/network-edit/model/plan.ts';
import { planAsCsv } from '../../../../renderer/src/features/network-edit/model/plan-csv.ts';
import {
  checkKey,
  groupLines,
  resolveEnd,
  unchecked,
  withTargets,
} from '../../../../renderer/src/features/network-edit/model/resolve.ts';
import {
  fileLimitBytes,
  planLimitChars,
  readTableFile,
  UnreadableFile,
} from '../../../../renderer/src/features/network-edit/model/table-file.ts';
import { createClient } from '../../../../renderer/src/transport/client.ts';
import { id } from '../rows.ts';

const problem = (code: PlanProblem['code'], level: PlanProblem['level']): PlanProblem => ({
  code,
  level,
  params: {},
});

function planRow(name: string, address: string, patch: Partial<PlanRow> = {}): PlanRow {
  const device = {
    ...{ id: id(name), serial: `DS-${name}`, shortSerial: name, model: 'DS', name: null },
    ...{ mac: null, address: '192.168.1.64' },
  };
  const base = { line: null, wanted: null, device, name: null, from: null, problems: [] };
  return { ...base, to: { ipv4Address: address }, ...patch };
}

describe('a table file', () => {
  const opened = { text: 'serial,ip\n', encoding: null, sheet: 'Plan', otherSheets: ['Notes'] };
  const fileOf = (bytes: Uint8Array<ArrayBuffer>) => new File([bytes], 'plan.xlsx');

  it('is opened by the core, whatever is in it', async () => {
    const asked: unknown[] = [];
    const client = createClient({
      call: (method, input) => {
        asked.push([method, input]);
        return Promise.resolve({ ok: true, data: opened });
      },
      subscribe: () => () => undefined,
      onConnection: () => () => undefined,
    });
    const table = await readTableFile(client, fileOf(Uint8Array.of(0x50, 0x4b)), planLimitChars);
    expect(table).toEqual({ name: 'plan.xlsx', ...opened });
    expect(asked).toEqual([['table.read', { base64: 'UEs=' }]]);
    await expect(readTableFile(client, fileOf(new Uint8Array(1)), 5)).rejects.toMatchObject({
      error: { code: 'table.too-large' },
    });
  });

  it('is not even read when it is too large, and may be gone', async () => {
    const client = createClient({
      call: () => Promise.reject(new Error('was asked')),
      subscribe: () => () => undefined,
      onConnection: () => () => undefined,
    });
    const arrayBuffer = () => Promise.reject(new Error('was read'));
    const large = { name: 'film.mkv', size: fileLimitBytes + 1, arrayBuffer };
    await expect(readTableFile(client, large, planLimitChars)).rejects.toMatchObject({
      error: { code: 'table.too-large', params: { limitMb: 16 } },
    });
    await expect(
      readTableFile(client, { ...large, size: 10 }, planLimitChars),
    ).rejects.toBeInstanceOf(UnreadableFile);
  });
});

describe('the rows of a plan', () => {
  const rows = [
    planRow('a', '192.168.1.20'),
    planRow('b', '192.168.1.21', { problems: [problem('unreachable-after', 'caution')] }),
    planRow('c', '192.168.1.22', { problems: [problem('used-on-wire', 'stop')] }),
    planRow('d', '192.168.1.64', { problems: [problem('no-change', 'caution')] }),
    planRow('e', '192.168.1.23', { device: null, wanted: 'nobody' }),
  ];
  const lines = linesOf(rows);

  it('run when they are clean, with consent when there is a caution, never when stopped', () => {
    expect(lines.map(({ state }) => state)).toEqual(['ready', 'caution', 'stop', 'same', 'stop']);
    expect(lines.map((line) => isPicked(line, new Map()))).toEqual([
      true,
      false,
      false,
      false,
      false,
    ]);
    const all = new Map(lines.map(({ key }) => [key, true]));
    expect(changesOf(lines, all).map((change) => change.id)).toEqual(['a', 'b']);
  });

  it('need a password each, or one for all', () => {
    const ids = [id('a'), id('b')];
    expect(withoutPassword(noPasswords, ids)).toBe(2);
    expect(secretsOf({ ...noPasswords, all: 'x' }, ids)).toEqual({ all: 'x' });
    const each = { mode: 'each' as const, all: 'x', byDevice: new Map([[id('a'), 'y']]) };
    expect(withoutPassword(each, ids)).toBe(1);
    expect(secretsOf(each, ids)).toEqual({ byDevice: { a: 'y' } });
  });

  it('leave to the vault what it has, and send what is typed for the rest only', () => {
    const ids = [id('a'), id('b')];
    const one = { ...noPasswords, all: 'x' };
    expect(secretsBeside(one, ids, new Set())).toEqual({ all: 'x' });
    expect(secretsBeside(one, ids, new Set([id('a')]))).toEqual({ byDevice: { b: 'x' } });
    expect(secretsBeside(noPasswords, ids, new Set(ids))).toEqual({ byDevice: {} });
    const both = new Map([
      [id('a'), 'y'],
      [id('b'), 'z'],
    ] as const);
    const each = { mode: 'each' as const, all: '', byDevice: both };
    expect(secretsBeside(each, ids, new Set([id('a')]))).toEqual({ byDevice: { b: 'z' } });
  });

  it('show only what differs, the address first', () => {
    const from = { ipv4Address: '1.1.1.1', httpPort: 80 } as PlanRow['from'];
    const to = { httpPort: 81, ipv4Address: '1.1.1.2', commandPort: 8000 };
    expect(fieldChanges({ from, to }).map(({ field }) => field)).toEqual([
      'ipv4Address',
      'commandPort',
      'httpPort',
    ]);
  });

  it('are exported so that a spreadsheet runs and rounds nothing', () => {
    const bad = planRow('a', '192.168.1.20', { name: '=cmd|"x"' });
    const csv = planAsCsv(linesOf([bad]), 'it', { state: () => 'Pronto', problems: () => '' });
    expect(csv.startsWith('\uFEFF"serial";"mac";"name";"ip"')).toBe(true);
    expect(csv).toContain('"\'=cmd|""x"""');
    expect(csv.endsWith('\r\n')).toBe(true);
  });
});

describe('the value a batch starts with', () => {
  it('is the one most of them have, and none when they differ', () => {
    expect(usualValue(['255.255.255.0', '255.255.255.0', null])).toBe('255.255.255.0');
    expect(usualValue(['10.0.0.1', '192.168.1.1'])).toBe('');
    expect(usualValue(['0.0.0.0', '0.0.0.0'])).toBe('');
  });
});

describe('devices that share an address', () => {
  const groups = groupLines([
    { address: '192.168.1.64', rows: [planRow('a', '192.168.1.20'), planRow('b', '192.168.1.21')] },
    { address: '192.168.1.65', rows: [planRow('c', '192.168.1.22')] },
  ]);
  const lines = groups.flatMap((group) => group.lines);
  const [first = ''] = lines.map(({ key }) => key);

  it('have keys of their own over all groups', () => {
    expect(new Set(lines.map(({ key }) => key)).size).toBe(3);
  });

  it('are asked about only where a readable address was typed', () => {
    const open = (address: string) =>
      unchecked(lines, new Map([[first, address]]), new Map()).length;
    expect([open('192.168.1.2x'), open('192.168.1.20'), open('192.168.1.30')]).toEqual([0, 0, 1]);
    const checked = new Map([[checkKey(first, '192.168.1.30'), []]]);
    expect(unchecked(lines, new Map([[first, '192.168.1.30']]), checked)).toEqual([]);
  });

  it('are stopped when what was typed is bad, used or given twice', () => {
    const typed = (address: string, problems: readonly PlanProblem[] = []) =>
      withTargets(
        lines,
        new Map([[first, address]]),
        new Map([[checkKey(first, address), problems]]),
      ).map(({ state }) => state);
    expect(typed('192.168.1.30')).toEqual(['ready', 'ready', 'ready']);
    expect(typed('nonsense')).toEqual(['stop', 'ready', 'ready']);
    expect(typed('192.168.1.22')).toEqual(['stop', 'ready', 'stop']);
    expect(typed('192.168.1.30', [problem('used-on-wire', 'stop')])).toEqual([
      'stop',
      'ready',
      'ready',
    ]);
  });

  it('end well only when every one is verified and alone', () => {
    const item = (name: string, verdict: JobItem['verdict']) =>
      ({ device: { id: id(name) }, verdict }) as JobItem;
    const all = { items: [item('a', 'verified'), item('b', 'already')] };
    expect(resolveEnd(all, () => 0).isAllUnique).toBe(true);
    expect(resolveEnd(all, (one) => (one === 'b' ? 2 : 0))).toMatchObject({
      isAllUnique: false,
      stillShared: [{ device: { id: 'b' } }],
    });
    const mixed = { items: [item('a', 'verified'), item('b', 'accepted')] };
    expect(resolveEnd(mixed, () => 0)).toMatchObject({ isAllUnique: false, changed: 1 });
  });
});
