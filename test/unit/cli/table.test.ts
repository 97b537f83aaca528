import { expect, test } from 'vitest';
import { type Column, table } from '../../../main/host/cli/table.ts';

const columns: readonly Column[] = [
  { title: 'Address' },
  { title: 'MAC', shrink: { rank: 7, floor: 17 }, isSpare: true },
  { title: 'Serial', shrink: { rank: 3, floor: 13 }, keepsEnd: true },
  { title: 'Seen by', shrink: { rank: 1, floor: 5 }, isSpare: true },
];
const rows = [['192.168.1.101', '58:50:ed:60:fb:74', 'DS-2CD2385G1-I-E96357355', 'SADP eth0']];

function at(width: number | null): readonly string[] {
  return table(columns, rows, { hasColour: false, columns: width }).split('\n');
}

test('everything goes whole to a file', () => {
  expect(at(null)[1]).toBe('192.168.1.101  58:50:ed:60:fb:74  DS-2CD2385G1-I-E96357355  SADP eth0');
});

test('cells are cut to their floors first, then spare columns go, low ranks first', () => {
  expect(at(58)[0]).toContain('Seen');
  expect(at(50)[0]).not.toContain('Seen');
  expect(at(50)[0]).toContain('MAC');
  expect(at(40)[0]).not.toContain('MAC');
  for (const width of [58, 50, 40]) {
    for (const line of at(width)) expect(line.length).toBeLessThanOrEqual(width);
    expect(at(width)[1]).toMatch(/E96357355/);
  }
});
