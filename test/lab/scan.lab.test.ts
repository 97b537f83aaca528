/** The main job on real input: simulated devices on other hosts, the built command line, the store. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Device } from '../../main/contract/device.ts';
import type { AdapterView, DiscoveryCounters } from '../../main/contract/network.ts';
import { Lab, type LabHost } from '../helpers/lab.ts';
import { type Agent, startAgent } from './agents.ts';
import { describeLab } from './support.ts';

const cli = new URL('../../out/main/cli.js', import.meta.url).pathname;

interface Scan {
  readonly devices: readonly Device[];
  readonly adapters: readonly AdapterView[];
  readonly counters: DiscoveryCounters;
}

const dirs: string[] = [];

function dataDir(): string {
  const dir = mkdtempSync(join(tmpdir(), 'untether-lab-'));
  dirs.push(dir);
  return dir;
}

/** Runs the command line on the scanner and returns its one JSON document. */
async function untether<T>(lab: Lab, args: readonly string[]): Promise<T> {
  const child = lab.node('scan', [cli, ...args, '--json']);
  const chunks: Buffer[] = [];
  child.stdout?.on('data', (chunk: Buffer) => chunks.push(chunk));
  const code = await new Promise((resolve) => child.once('close', resolve));
  const reply = JSON.parse(Buffer.concat(chunks).toString('utf8'));
  expect(reply.ok, JSON.stringify(reply.error)).toBe(true);
  expect(code).toBe(0);
  return reply.data;
}

interface Group {
  readonly model: string;
  readonly first: string;
  readonly count: number;
  readonly answers?: 'multicast' | 'unicast';
  readonly gateway?: string;
}

let seed = 0;
function startFleet(lab: Lab, host: LabHost, on: string, groups: readonly Group[]): Promise<Agent> {
  seed += 1;
  return startAgent(lab, host, 'fleet', JSON.stringify({ on, seed, groups }));
}

function adaptersOf(device: Device): string[] {
  return [...new Set(device.seen.via.map((via) => String(via.adapter)))];
}

function between(devices: readonly Device[], prefix: string): Device[] {
  return devices.filter((device) => device.ipv4.address?.startsWith(prefix));
}

const camera = 'DS-2CD2385G1-I';

describeLab('scan over real networks', () => {
  let lab: Lab;

  beforeAll(() => {
    lab = new Lab();
  });

  afterAll(() => {
    lab.down();
    for (const dir of dirs) rmSync(dir, { recursive: true, force: true });
  });

  it('finds 254 by multicast, 254 by unicast and the one in a foreign subnet, each once', async () => {
    const fleets = await Promise.all([
      startFleet(lab, 'deva', '10.77.0.1', [
        { model: camera, first: '10.77.129.1', count: 200, answers: 'multicast' },
        { model: camera, first: '10.77.131.1', count: 200, answers: 'unicast' },
      ]),
      startFleet(lab, 'devb', '172.20.0.1', [
        { model: camera, first: '172.20.0.130', count: 54, answers: 'multicast' },
        { model: camera, first: '172.20.0.190', count: 54, answers: 'unicast' },
      ]),
      startFleet(lab, 'alien', '192.168.1.64', [
        { model: camera, first: '192.168.1.64', count: 1, answers: 'multicast' },
      ]),
    ]);
    const dir = dataDir();
    const scan = await untether<Scan>(lab, ['scan', '--wait', '5', '--data-dir', dir]);
    await Promise.all(fleets.map((fleet) => fleet.end()));

    expect(scan.devices.length).toBe(509);
    expect(new Set(scan.devices.map((device) => device.serial)).size).toBe(509);
    for (const [prefix, count, adapter] of [
      ['10.77.129.', 200, 'a0'],
      ['10.77.131.', 200, 'a0'],
      ['172.20.0.', 108, 'b0'],
      ['192.168.1.', 1, 'a0'],
    ] as const) {
      const group = between(scan.devices, prefix);
      expect(group.length, prefix).toBe(count);
      for (const device of group) expect(adaptersOf(device), prefix).toEqual([adapter]);
    }
    const [alien] = between(scan.devices, '192.168.1.');
    expect(alien?.flags).toContain('other-subnet');
    expect(scan.counters.dropped).toBe(0);

    const book = await untether<Scan>(lab, ['devices', 'list', '--data-dir', dir]);
    expect(book.devices.length, 'kept in the store').toBe(509);
  });

  it('finds 2,000 at once without a loss', async () => {
    const fleet = await startFleet(lab, 'deva', '10.77.0.1', [
      { model: camera, first: '10.77.128.1', count: 2_000, answers: 'multicast' },
    ]);
    const scan = await untether<Scan>(lab, ['scan', '--wait', '5', '--data-dir', dataDir()]);
    await fleet.end();
    expect(scan.devices.length).toBe(2_000);
    expect(new Set(scan.devices.map((device) => device.serial)).size).toBe(2_000);
    expect(scan.counters.dropped).toBe(0);
    for (const device of scan.devices) expect(adaptersOf(device)).toEqual(['a0']);
  });

  it('finds by sweep what no discovery reaches, and says so', async () => {
    const fleet = await startFleet(lab, 'devb', '172.20.0.1', [
      { model: camera, first: '172.20.0.140', count: 3, sadp: 'link-layer' } as Group,
    ]);
    const none = await untether<Scan>(lab, ['scan', '--wait', '2', '--data-dir', dataDir()]);
    expect(none.devices).toEqual([]);
    const args = ['scan', '--wait', '1', '--sweep', '172.20.0.128/27', '--data-dir', dataDir()];
    const scan = await untether<Scan>(lab, args);
    await fleet.end();
    expect(scan.devices.map((device) => device.ipv4.address).sort()).toEqual([
      '172.20.0.140',
      '172.20.0.141',
      '172.20.0.142',
    ]);
    for (const device of scan.devices) {
      expect(device.seen.via.map((via) => via.source)).toEqual(['sweep']);
      expect(device.vendor).toBe('hikvision');
    }
  });
});
