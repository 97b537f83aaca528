import { describe, expect, test } from 'vitest';
import { demoOf, readHostFlags, scenarioNames } from '../../../main/host/flags.ts';
import { scenarioNames as simulated } from '../../../main/simulator/fleet.ts';

describe('the flags of a host', () => {
  test('nothing asked is the real network on a port of the system', () => {
    expect(readHostFlags([])).toEqual({
      dataDir: undefined,
      demo: undefined,
      port: 0,
      isOpen: false,
    });
  });

  test('reads ours among those of Chromium', () => {
    const flags = readHostFlags([
      '.',
      '--no-sandbox',
      '--user-data-dir=/x',
      '--demo',
      '--scenario',
      'hotel',
      '--devices=60',
      '--data-dir',
      '/d',
      '--port=8090',
      '--open',
    ]);
    expect(flags).toEqual({
      dataDir: '/d',
      demo: { scenario: 'hotel', devices: 60 },
      port: 8090,
      isOpen: true,
    });
  });

  test('a scenario asks for the demo; an unknown one is the smallest', () => {
    expect(readHostFlags(['--scenario', 'campus']).demo).toEqual({ scenario: 'campus' });
    expect(readHostFlags(['--scenario', 'moon']).demo).toEqual({ scenario: 'small-shop' });
    expect(demoOf({ isOn: false })).toBeUndefined();
  });

  test.each(['0', '-1', '1.5', '20001', 'many', ''])('--devices %j is not taken', (value) => {
    expect(readHostFlags(['--demo', `--devices=${value}`]).demo).toEqual({
      scenario: 'small-shop',
    });
  });

  test.each(['65536', '-1', 'x'])('--port %j is not taken', (value) => {
    expect(readHostFlags([`--port=${value}`]).port).toBe(0);
  });

  test('the scenarios are those of the simulator', () => {
    expect(scenarioNames).toEqual(simulated);
  });
});
