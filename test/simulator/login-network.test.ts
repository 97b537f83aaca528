import { describe, expect, test } from 'vitest';
import { deviceKeyOf } from '../../main/services/commands/device-key.ts';
import { trainingPassword } from '../../main/simulator/account.ts';
import type { DeviceSpec } from '../../main/simulator/types.ts';
import { createLoginSite, lies, losesAnswer, swallows } from '../helpers/login-site.ts';

const camera: DeviceSpec = {
  ...{ model: 'DS-2CD2143G2-I', address: '192.168.1.70', sadp: 'off' },
};
const recorder: DeviceSpec = { ...camera, model: 'DS-7608NI-K2/8P' };
const old = '192.168.1.70';
const wanted = '192.168.1.90';
const addressPath = 'Network/interfaces';

describe('an address over HTTP', () => {
  test.each(['at-once', 'silent', 'reboot', 'oem-reboot'] as const)(
    'is verified by serial at the new place when it is taken %s',
    async (addressEdit) => {
      const site = await createLoginSite([{ ...camera, addressEdit }]);
      const id = site.byAddress(old);
      const item = await site.item(await site.setNetwork(id, { ipv4Address: wanted }));
      expect(item).toMatchObject({ verdict: 'verified', reason: 'read-back' });
      expect(item.before).toMatchObject({ ipv4Address: old, ipv4Mask: '255.255.255.0' });
      expect(item.after?.ipv4Address).toBe(wanted);
      expect(site.device(0).address).toBe(wanted);
      expect(site.puts(addressPath)).toBe(1);
      expect(site.core.registry.row(id)?.ipv4Address).toBe(wanted);
    },
  );

  test('is verified at a device that takes seconds for each answer', async () => {
    const site = await createLoginSite([{ ...camera, webFaults: ['slow'], webDelayMs: 3000 }]);
    const item = await site.item(
      await site.setNetwork(site.byAddress(old), { ipv4Address: wanted }),
    );
    expect(item).toMatchObject({ verdict: 'verified', reason: 'read-back' });
  });

  test('is verified while the old place, once asked, says nothing for long', async () => {
    const site = await createLoginSite([camera]);
    const asked: string[] = [];
    let isMoved = false;
    site.wire.twist = (request, inner) => {
      if (request.method === 'PUT') isMoved = true;
      if (!isMoved || request.method === 'PUT' || request.host === wanted) return null;
      asked.push(request.host);
      // Packets to an address that nobody has any more are lost; the system tells it late or never.
      return new Promise((resolve) => {
        site.clock.after(request.timeoutMs, () => resolve(inner.request(request)));
      });
    };
    const item = await site.item(
      await site.setNetwork(site.byAddress(old), { ipv4Address: wanted }),
    );
    expect(item).toMatchObject({ verdict: 'verified', reason: 'read-back' });
    // One look there, and the new place was not made to wait for its end.
    expect(asked).toEqual([old]);
  });

  test('goes as the whole interface where there is no smaller part', async () => {
    const webLacks = ['/ISAPI/System/Network/interfaces/1/ipAddress'];
    const site = await createLoginSite([{ ...camera, webLacks }]);
    const id = site.byAddress(old);
    const item = await site.item(await site.setNetwork(id, { ipv4Address: wanted }));
    expect(item).toMatchObject({ verdict: 'verified' });
  });

  test('can be put back', async () => {
    const site = await createLoginSite([camera]);
    const id = site.byAddress(old);
    const job = await site.setNetwork(id, { ipv4Address: wanted });
    await site.item(job);
    const undo = await site.wait(
      site.core.acts.provisioning.undo(job.id, { all: trainingPassword }),
    );
    expect(await site.item(undo)).toMatchObject({ verdict: 'verified' });
    expect(site.device(0).address).toBe(old);
  });

  test('that it has already is not sent', async () => {
    const site = await createLoginSite([camera]);
    const item = await site.item(await site.setNetwork(site.byAddress(old), { ipv4Address: old }));
    expect(item).toMatchObject({ verdict: 'already' });
    expect(site.sent.some(({ method }) => method === 'PUT')).toBe(false);
  });

  test('that somebody has is not sent', async () => {
    const site = await createLoginSite([camera, { model: 'DS-2CD2385G1-I', address: wanted }]);
    const id = site.byAddress(old);
    const item = await site.item(await site.setNetwork(id, { ipv4Address: wanted }));
    expect(item).toMatchObject({ verdict: 'skipped', reason: 'address-taken' });
    expect(site.puts(addressPath)).toBe(0);
  });

  test('with a gateway outside its subnet, which only the device knew, is not sent', async () => {
    const site = await createLoginSite([camera]);
    const id = site.byAddress(old);
    const edit = { ipv4Address: wanted, ipv4Gateway: '10.0.0.1' };
    const item = await site.item(await site.setNetwork(id, edit));
    expect(item).toMatchObject({ verdict: 'failed', reason: 'invalid-values' });
    expect(item.params['problem']).toBe('gateway-outside');
    expect(site.puts(addressPath)).toBe(0);
  });
});

describe('ports over HTTP', () => {
  test.each([
    ['a camera, at its restart', camera],
    ['a recorder, at once', recorder],
  ])('of %s, together with the address', async (_name, spec) => {
    const site = await createLoginSite([spec]);
    const id = site.byAddress(old);
    const edit = { ipv4Address: wanted, httpPort: 8080, commandPort: 8100 };
    const item = await site.item(await site.setNetwork(id, edit));
    expect(item).toMatchObject({ verdict: 'verified' });
    expect(item.after).toMatchObject(edit);
    expect(site.device(0).openPorts).toContain(8080);
  });

  test('that the device refuses change nothing', async () => {
    const site = await createLoginSite([camera]);
    const id = site.byAddress(old);
    const item = await site.item(await site.setNetwork(id, { commandPort: 1999 }));
    expect(item).toMatchObject({ verdict: 'refused', reason: 'invalid-values' });
  });
});

describe('what a device says is not believed', () => {
  test('"OK" and the old address as before', async () => {
    const site = await createLoginSite([camera]);
    site.wire.twist = lies(addressPath);
    const id = site.byAddress(old);
    const item = await site.item(await site.setNetwork(id, { ipv4Address: wanted }));
    expect(item).toMatchObject({ verdict: 'accepted', reason: 'not-applied', after: null });
  });

  test('silence after doing it', async () => {
    const site = await createLoginSite([camera]);
    site.wire.twist = losesAnswer(addressPath);
    const id = site.byAddress(old);
    const item = await site.item(await site.setNetwork(id, { ipv4Address: wanted }));
    expect(item).toMatchObject({ verdict: 'verified' });
  });

  test('silence without doing it', async () => {
    const site = await createLoginSite([camera]);
    site.wire.twist = swallows(addressPath);
    const id = site.byAddress(old);
    const item = await site.item(await site.setNetwork(id, { ipv4Address: wanted }));
    expect(item).toMatchObject({ verdict: 'no-answer', reason: 'silent', after: null });
  });

  test('it takes the address and is gone', async () => {
    const site = await createLoginSite([camera]);
    site.wire.twist = (request, inner) => {
      if (request.method !== 'PUT') return null;
      const answer = inner.request(request);
      void answer.then(() => site.fleet.powerOff(site.device(0)));
      return answer;
    };
    const id = site.byAddress(old);
    const item = await site.item(await site.setNetwork(id, { ipv4Address: wanted }));
    expect(item).toMatchObject({ verdict: 'accepted', reason: 'no-read-back' });
  });

  test('another device at the address it was known by: nothing is changed', async () => {
    const site = await createLoginSite([camera]);
    const id = site.byAddress(old);
    const at = site.clock.now();
    site.core.registry.learn(id, {
      ...{ source: 'book', adapter: null, at, fromAddress: old },
      facts: { serial: 'DS-2CD2143G2-I20230101AAWRE99999999' },
    });
    const item = await site.item(await site.setNetwork(id, { ipv4Address: wanted }));
    expect(item).toMatchObject({ verdict: 'skipped', reason: 'other-device' });
    expect(site.puts(addressPath)).toBe(0);
  });
});

test('SADP that fell silent: the edit goes over HTTP', async () => {
  const site = await createLoginSite([{ ...camera, sadp: 'on' }]);
  const id = site.id(0);
  site.fleet.setSadp(site.device(0), 'off');
  const item = await site.item(await site.setNetwork(id, { ipv4Address: wanted }));
  expect(item).toMatchObject({ verdict: 'verified', reason: 'read-back' });
});

describe('a stranger that turns up at the new address', () => {
  const stranger = { ...camera, password: 'Their.own1' } as const;

  /** Ours says yes and stays where it is; the other one wakes up where ours was to go. */
  async function meeting(from: string, to: string) {
    const site = await createLoginSite([
      { ...camera, address: from },
      { ...stranger, address: '10.99.0.9' },
    ]);
    const id = site.byAddress(from);
    const lie = lies(addressPath);
    site.wire.twist = (request, inner) => {
      const answer = lie(request, inner);
      if (answer !== null) site.device(1).state.net.address = to;
      return answer;
    };
    const item = await site.item(await site.setNetwork(id, { ipv4Address: to }));
    const { guard, logins } = site.core.acts;
    const record = site.core.registry.record(id);
    if (record === undefined) throw new Error('no record');
    const asked = site.sent.filter(({ address, isSigned }) => address === to && isSigned);
    return {
      item,
      asked,
      lock: guard.view(deviceKeyOf(record)),
      state: logins.state(record),
      site,
    };
  }

  test('is known by its MAC and gets no password', async () => {
    const { item, asked, lock, state, site } = await meeting(old, wanted);
    expect(item).toMatchObject({ verdict: 'unknown', reason: 'other-device' });
    expect(item.params['serial']).toBe(site.device(1).mac);
    expect(asked).toEqual([]);
    expect(lock).toEqual({ attemptsLeft: null, lockedUntil: null });
    expect(state).toBe('proven');
  });

  test('beyond the subnet costs it one try, and ours none', async () => {
    const { item, asked, lock, state, site } = await meeting('10.20.0.70', '10.20.0.90');
    expect(item.verdict).toBe('accepted');
    expect(asked).toHaveLength(1);
    expect(site.device(1).attemptsLeft).toBeGreaterThan(2);
    expect(lock).toEqual({ attemptsLeft: null, lockedUntil: null });
    expect(state).toBe('proven');
  });
});
