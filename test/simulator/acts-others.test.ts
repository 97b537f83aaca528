import { describe, expect, test } from 'vitest';
import type { DeviceId } from '../../main/contract/device.ts';
import { type CredentialVault, noVault } from '../../main/ports/vault.ts';
import type { DeviceSpec } from '../../main/simulator/types.ts';
import { type ActsSite, createActsSite, trainingPassword } from '../helpers/acts-site.ts';

const secrets = { all: trainingPassword };
const old = 'DS-2CD2385G1-I';
const modern = 'DS-2CD2143G2-I';
const recorder = 'DS-7608NI-K2/8P';
const at = (model: string, host: number, more: Partial<DeviceSpec> = {}): DeviceSpec => ({
  ...{ model, address: `192.168.1.${host}` },
  ...more,
});

async function first(site: ActsSite): Promise<DeviceId> {
  const [id] = await site.ids();
  if (id === undefined) throw new Error('one device');
  return id;
}

describe('activation', () => {
  const fresh = { isActivated: false };

  test('of many is verified by reading, each sent once, the password offered to the vault', async () => {
    const offers: (readonly [string, string])[] = [];
    const vault: CredentialVault = {
      ...noVault,
      state: () => 'open',
      isOpen: () => true,
      password: () => Promise.resolve(null),
      offer: (_device, password, state) => {
        offers.push([String(password), state]);
        return Promise.resolve();
      },
    };
    const devices = [at(old, 20, fresh), at(modern, 21, fresh), at(recorder, 22, fresh)];
    const site = await createActsSite({ devices, config: { vault } });
    const ids = await site.ids();
    const job = await site.ended(
      await site.ask('devices.activate', { ids, secrets: { all: 'Korb.72xQ' } }),
    );
    expect(job.counts).toEqual({ verified: 3 });
    for (const [index, device] of site.fleet.devices.entries()) {
      expect(device.hasPassword('Korb.72xQ')).toBe(true);
      expect(site.changesHeard(index)).toHaveLength(1);
    }
    expect(offers.toSorted()).toEqual([
      ...Array.from({ length: 3 }, () => ['Korb.72xQ', 'pending']),
      ...Array.from({ length: 3 }, () => ['Korb.72xQ', 'proven']),
    ]);
    expect(JSON.stringify([site.events, site.log.lines])).not.toContain('Korb.72xQ');
    const again = await site.ended(
      await site.ask('devices.activate', { ids, secrets: { all: 'Korb.72xQ' } }),
    );
    expect(again.counts).toEqual({ already: 3 });
  });

  test('a password that no device takes is refused before anything is sent', async () => {
    const site = await createActsSite({ devices: [at(old, 20, fresh)] });
    const ids = await site.ids();
    const input = { ids, secrets: { byDevice: { [ids[0] ?? '']: 'admin123' } } };
    await expect(site.ask('devices.activate', input)).rejects.toThrow('job.bad-password');
    expect(site.changesHeard(0)).toEqual([]);
    expect(await site.ask('passwords.check', { password: 'Korb.72xQ' })).toEqual({
      ...{ willAccept: true, isRecommended: true, problems: [], kinds: 4 },
    });
  });

  test('what a stricter device refuses is told as its own word', async () => {
    const site = await createActsSite({ devices: [at('DS-7732NXI-K4', 20, fresh)] });
    const ids = await site.ids();
    const job = await site.ended(
      await site.ask('devices.activate', { ids, secrets: { all: 'xq123KorB' } }),
    );
    expect(job.items[0]).toMatchObject({ verdict: 'refused', reason: 'weak-password' });
  });

  test.each([
    ['lies', 'accepted', 'not-applied'],
    ['silent-done', 'accepted', 'silent'],
    ['silent-undone', 'no-answer', 'silent'],
  ] as const)('"%s" ends %s, %s', async (act, verdict, reason) => {
    const site = await createActsSite({ devices: [at(old, 20, { ...fresh, acts: [act] })] });
    const ids = await site.ids();
    const job = await site.ended(
      await site.ask('devices.activate', { ids, secrets: { all: 'Korb.72xQ' } }),
    );
    expect(job.items[0]).toMatchObject({ verdict, reason });
  });
});

describe('Hik-Connect', () => {
  test.each([old, modern, recorder])('of a %s goes off and on, read back', async (model) => {
    const site = await createActsSite({ devices: [at(model, 20, { cloud: 'on' })] });
    const id = await first(site);
    for (const isEnabled of [false, true]) {
      const job = await site.ended(
        await site.ask('devices.setCloud', { ids: [id], isEnabled, secrets }),
      );
      expect(job.items[0]).toMatchObject({ verdict: 'verified', reason: 'read-back' });
      expect((await site.rows())[0]?.cloudEnabled).toBe(isEnabled);
    }
    const again = await site.ask('devices.setCloud', { ids: [id], isEnabled: true, secrets });
    expect((await site.ended(again)).items[0]).toMatchObject({ verdict: 'already' });
  });

  test('its verification code is accepted, never verified, and kept nowhere', async () => {
    const site = await createActsSite({ devices: [at(recorder, 20, { cloud: 'on' })] });
    const id = await first(site);
    for (const code of ['12345', '1234567890123', 'with space', 'hé12345']) {
      await expect(site.ask('devices.setVerificationCode', { id, code, secrets })).rejects.toThrow(
        'job.bad-verification-code',
      );
    }
    const input = { id, code: 'Kx72Qm', secrets };
    const job = await site.ended(await site.ask('devices.setVerificationCode', input));
    expect(job.items[0]).toMatchObject({ verdict: 'accepted', reason: 'unverifiable' });
    expect(site.fleet.devices[0]?.state.verificationCode).toBe('Kx72Qm');
    const { lines } = await site.ask('audit.list', {});
    expect(JSON.stringify([site.events, site.log.lines, lines])).not.toContain('Kx72Qm');
  });
});

describe('restore to inactive', () => {
  test('needs the end of the serial, and is verified by reading', async () => {
    const site = await createActsSite({ devices: [at(old, 20)] });
    const id = await first(site);
    const serial = site.fleet.devices[0]?.serial ?? '';
    for (const confirmSerial of ['', '000', 'XXXX']) {
      await expect(
        site.ask('devices.restoreInactive', { id, confirmSerial, secrets }),
      ).rejects.toThrow('job.serial-mismatch');
    }
    const input = { id, confirmSerial: serial.slice(-4).toLowerCase(), secrets };
    const job = await site.ended(await site.ask('devices.restoreInactive', input));
    expect(job.items[0]).toMatchObject({ verdict: 'verified', reason: 'read-back' });
    expect((await site.rows())[0]?.activated).toBe(false);
  });

  test('a recorder’s digits before the letters will do; generation 3.1 is not offered', async () => {
    const site = await createActsSite({ devices: [at(recorder, 20), at(modern, 21)] });
    const [one, two] = await site.ids();
    if (one === undefined || two === undefined) throw new Error('two devices');
    const rows = await site.rows();
    const digits = rows[0]?.shortSerial?.slice(-4) ?? '';
    // Every recorder ends so; it would be no consent to this one.
    const letters = rows[0]?.serial?.slice(-4) ?? '';
    await expect(
      site.ask('devices.restoreInactive', { id: one, confirmSerial: letters, secrets }),
    ).rejects.toThrow('job.serial-mismatch');
    const ok = await site.ask('devices.restoreInactive', {
      id: one,
      confirmSerial: digits,
      secrets,
    });
    expect((await site.ended(ok)).items[0]).toMatchObject({ verdict: 'verified' });
    const confirmSerial = rows[1]?.serial?.slice(-4) ?? '';
    const no = await site.ask('devices.restoreInactive', { id: two, confirmSerial, secrets });
    expect((await site.ended(no)).items[0]).toMatchObject({
      ...{
        verdict: 'not-supported',
        reason: 'generation-unsupported',
        params: { generation: '3.1' },
      },
    });
    expect(site.changesHeard(1)).toEqual([]);
  });
});

describe('the lamp', () => {
  test('a device that answers said so, one that does not is accepted in silence', async () => {
    const site = await createActsSite({ devices: [at(old, 20), at('DS-2CD812P-IR', 21)] });
    const ids = await site.ids();
    const job = await site.ended(await site.ask('devices.locate', { ids }));
    expect(site.item(job, 0)).toMatchObject({ verdict: 'accepted', reason: 'device-said-so' });
    expect(site.item(job, 1)).toMatchObject({ verdict: 'accepted', reason: 'silent' });
    expect(site.fleet.devices[0]?.state.isLampOn).toBe(true);
    const off = await site.ask('devices.locate', { ids, isOn: false });
    await site.ended(off);
    expect(site.fleet.devices[0]?.state.isLampOn).toBe(false);
  });
});

describe('removing from the list', () => {
  test('sends nothing, leaves the binding, and is undone with notes', async () => {
    const site = await createActsSite({ devices: [at(recorder, 20, { cloud: 'bound' })] });
    const id = await first(site);
    await site.ask('devices.edit', { id, note: 'behind the bar' });
    const before = site.network.sent.length;
    await site.ask('devices.remove', { ids: [id] });
    expect((await site.ask('devices.snapshot', {})).rows).toEqual([]);
    await site.ask('devices.restore', { ids: [id] });
    expect(site.network.sent.length).toBe(before);
    expect((await site.rows())[0]).toMatchObject({ id, note: 'behind the bar' });
    expect(site.fleet.devices[0]?.isBound).toBe(true);
  });
});

describe('the printed page', () => {
  test.each(['en', 'it', 'es'] as const)(
    'in %s: escaped, without script, with lines to sign',
    async (locale) => {
      const site = await createActsSite({
        devices: [
          at(recorder, 20, {
            cloud: 'bound',
            acts: [{ act: 'unknown-text', text: 'plat_busy_07', on: ['ezvizUnbind'] }],
          }),
        ],
      });
      const id = await first(site);
      await site.ask('devices.edit', { id, name: '"><img src=x onerror=alert(1)>' });
      const job = await site.ended(await site.ask('devices.unbind', { ids: [id], secrets }));
      const { html, fileName } = await site.ask('jobs.print', { id: job.id, locale });
      expect(fileName).toBe(`untether-unbind-${job.id}.html`);
      expect(html).toContain(`<html lang="${locale}">`);
      expect(html).not.toMatch(/<script|<img|onerror=alert\(1\)>/);
      expect(html).toContain('&quot;&gt;&lt;img src=x');
      expect(html).toContain('<q>plat_busy_07</q>');
      expect(html).toContain("default-src 'none'");
      expect(html.match(/class="tick"/g)?.length).toBe(7);
      expect(html).not.toMatch(/\{\{|undefined|\[object/);
      expect(html).not.toContain(trainingPassword);
      const { lines } = await site.ask('audit.list', { jobId: job.id, limit: 1 });
      expect(html).toContain(lines[0]?.hash);
    },
  );

  test('a network job shows what was and what is', async () => {
    const site = await createActsSite({ devices: [at(old, 20)] });
    const changes = [{ id: await first(site), edit: { ipv4Address: '192.168.1.70' } }];
    const job = await site.ended(await site.ask('network.set', { changes, secrets }));
    const { html } = await site.ask('jobs.print', { id: job.id, locale: 'en' });
    expect(html).toMatch(/192\.168\.1\.20<br><\/td><td class="mono">[^<]*192\.168\.1\.70/);
    expect(html).not.toContain('class="tick"');
  });
});
