import { describe, expect, test, vi } from 'vitest';
import type { Device } from '../../../main/contract/device.ts';
import { fail, ok } from '../../../main/contract/result.ts';
import { findDevices } from '../../../main/host/cli/acts/find-devices.ts';
import { CliFailure } from '../../../main/host/cli/context.ts';
import { exitCodeOf } from '../../../main/host/cli/exit-codes.ts';
import { createFakeApi } from '../../helpers/fake-api.ts';
import { aContext } from './some-context.ts';

vi.setConfig({ testTimeout: 20_000 });

function aDevice(id: string, serial: string, isHeard = true): Device {
  const last = new Date(isHeard ? Date.now() + 60_000 : 0).toISOString();
  return {
    id,
    serial,
    shortSerial: serial.slice(-9),
    model: 'DS-2CD2143G2-I',
    name: null,
    mac: null,
    ipv4: { address: '192.168.1.64' },
    seen: { first: last, last, via: [] },
  } as unknown as Device;
}

const gate = aDevice('a', 'AAWRE645839021');
const yard = aDevice('b', 'AAWRE645830007');

/** A core that knows these devices by the end of their serial. */
function aCore(devices: readonly Device[], state = 'listening') {
  const api = createFakeApi();
  api.answerWith(async (method, input) => {
    if (method === 'discovery.probe') return ok({ adapters: [{ state }] });
    if (method === 'devices.list') return ok({ devices });
    const { wanted } = input as { readonly wanted: string };
    const device = devices.find(({ serial }) => serial?.endsWith(wanted) === true);
    if (device !== undefined) return ok({ device });
    return fail({ code: 'device.not-found', params: { wanted }, message: 'none', ref: 'r1' });
  });
  return api;
}

async function failureOf(action: Promise<unknown>): Promise<CliFailure> {
  const thrown = await action.then(
    () => null,
    (error: unknown) => error,
  );
  if (!(thrown instanceof CliFailure)) throw new Error('it did not fail as a command does');
  return thrown;
}

describe('devices that a command names', () => {
  test('are asked for on the network before they are looked up, each once', async () => {
    const api = aCore([gate, yard]);
    const found = await findDevices(aContext(), api, ['9021', '0007', '645839021']);
    expect(found.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(api.calls[0]?.method).toBe('discovery.probe');
  });

  test('may be silent just now: what is known of them is still used', async () => {
    const found = await findDevices(aContext(), aCore([aDevice('c', '111119999', false)]), [
      '9999',
    ]);
    expect(found.map(({ id }) => id)).toEqual(['c']);
  });

  test('are never named by an address; who is there is told', async () => {
    const failure = await failureOf(findDevices(aContext(), aCore([gate, yard]), ['192.168.1.64']));
    expect([failure.code, failure.error.code]).toEqual([2, 'input.usage']);
    expect(failure.error.params['problem']).toContain('645839021');
    expect(failure.error.params['problem']).toContain('645830007');
  });

  test('that nobody knows come with those that are known', async () => {
    const failure = await failureOf(findDevices(aContext(), aCore([gate]), ['5555']));
    expect(failure.error).toMatchObject({ code: 'device.not-found', params: { wanted: '5555' } });
    expect(failure.error.detail).toContain('645839021');
  });

  test('without a name are refused before anything is sent', async () => {
    const api = aCore([gate]);
    const failure = await failureOf(findDevices(aContext(), api, ['9021', '  ']));
    expect([failure.code, api.calls]).toEqual([2, []]);
  });

  test('cannot be reached without an adapter', async () => {
    const failure = await failureOf(findDevices(aContext(), aCore([gate], 'off'), ['9021']));
    expect(failure.error.code).toBe('network.no-adapter');
  });

  test.each([
    ['Ctrl+C', true, 'host.stopped'],
    ['the time that --timeout gave', false, 'host.time-up'],
  ])('are not waited for after %s', async (_what, isInterrupted, code) => {
    const context = aContext({ signal: AbortSignal.abort() });
    const stopped = { ...context, isInterrupted: () => isInterrupted };
    const failure = await failureOf(findDevices(stopped, aCore([gate]), ['9021']));
    expect(failure.error.code).toBe(code);
    expect(exitCodeOf(failure.error.code)).toBe(1);
  });
});
