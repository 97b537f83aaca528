import { describe, expect, test } from 'vitest';
import type { DeviceSpec } from '../../main/simulator/types.ts';
import { type ActsSite, createActsSite, trainingPassword } from '../helpers/acts-site.ts';
import { createMemoryVault, type MemoryVault } from '../helpers/memory-vault.ts';

const secrets = { all: trainingPassword };

/** SADP tells nothing of the binding; over HTTP a login would. */
const mute: Partial<DeviceSpec> = {
  ...{ model: 'DS-2CD2143G2-I', address: '192.168.1.30', cloud: 'bound' },
  ...{ told: { EZVIZBindStatus: null }, lacks: ['getUnbindStatus'] },
};

interface Site extends ActsSite {
  readonly vault: MemoryVault;
  signed(): number;
}

async function siteOf(more: Partial<DeviceSpec> = {}): Promise<Site> {
  const vault = createMemoryVault();
  const spec = { ...mute, ...more, model: more.model ?? 'DS-2CD2143G2-I' };
  const site = await createActsSite({ devices: [spec], config: { vault } });
  const signed = () => site.http.sent.filter(({ isSigned }) => isSigned).length;
  return { ...site, vault, signed };
}

async function line(site: Site) {
  const { lines } = await site.ask('jobs.preflight', { kind: 'unbind', ids: await site.ids() });
  const [first] = lines;
  if (first === undefined) throw new Error('no line');
  return { ...first, said: first.evidence.map(({ text }) => text).join('\n') };
}

async function run(site: Site, given = secrets) {
  const ids = await site.ids();
  const job = await site.ask('devices.unbind', { ids, secrets: given, includeUnknown: true });
  const item = site.item(await site.ended(job), 0);
  return { ...item, said: item.evidence.map(({ text }) => text).join('\n') };
}

/** A person has proven the login before, and it was saved. */
async function prove(site: Site): Promise<void> {
  await site.ask('health.check', { ids: await site.ids(), secrets });
}

describe('the pre-flight', () => {
  test('asks over HTTP where SADP is mute and a login was proven, and says from where', async () => {
    const site = await siteOf({ cloud: 'on' });
    expect(await line(site)).toMatchObject({ light: 'caution', reason: 'status-unknown' });
    await prove(site);
    const after = await line(site);
    expect(after).toMatchObject({ light: 'stop', verdict: 'already', reason: 'not-bound' });
    expect(after.said).toContain('bind state over HTTP: not bound');
  });

  test('a binding over HTTP makes nobody more certain than the status allows', async () => {
    const site = await siteOf();
    await prove(site);
    const after = await line(site);
    expect(after).toMatchObject({ light: 'caution', reason: 'status-unknown' });
    expect(after.said).toContain('bind state over HTTP: bound');
  });

  test('a login that was only saved, never proven on this device, is not sent', async () => {
    const site = await siteOf();
    const [id] = await site.ids();
    if (id === undefined) throw new Error('no device');
    site.vault.saved.set(id, { userName: 'admin', password: 'Not.right1' });
    await line(site);
    expect(site.http.sent).toEqual([]);
  });

  test('a refused one is not sent a second time', async () => {
    const site = await siteOf();
    await prove(site);
    const [id] = await site.ids();
    if (id === undefined) throw new Error('no device');
    site.vault.saved.set(id, { userName: 'admin', password: 'Changed.77' });
    const before = site.signed();
    expect((await line(site)).said).toContain('not read over HTTP (wrong-password)');
    await line(site);
    expect(site.signed() - before).toBe(1);
  });

  test('where SADP tells, HTTP is not asked', async () => {
    const site = await siteOf({ told: {}, lacks: [] });
    await prove(site);
    const before = site.http.sent.length;
    expect(await line(site)).toMatchObject({ light: 'ready' });
    expect(site.http.sent.length).toBe(before);
  });
});

describe('after an unbind', () => {
  test('HTTP verifies what SADP cannot tell, when it told the binding before', async () => {
    const site = await siteOf();
    await prove(site);
    const item = await run(site);
    expect(item).toMatchObject({ verdict: 'verified', reason: 'not-bound' });
    expect(item.said).toContain('bind state over HTTP: bound');
    expect(item.said).toContain('bind state over HTTP: not bound');
    expect(site.fleet.devices[0]?.isBound).toBe(false);
  });

  test('without a word before, it stays accepted', async () => {
    const item = await run(await siteOf());
    expect(item).toMatchObject({ verdict: 'accepted', reason: 'device-said-so' });
    expect(item.said).toContain('bind state over HTTP: not bound');
  });

  test('a device that lies is caught over HTTP', async () => {
    const site = await siteOf({ acts: ['lies'] });
    await prove(site);
    expect(await run(site)).toMatchObject({ verdict: 'unknown', reason: 'not-applied' });
  });

  test('an unclear answer makes no good news, whatever HTTP reads', async () => {
    const site = await siteOf({ acts: ['silent-done'] });
    await prove(site);
    expect(await run(site)).toMatchObject({ verdict: 'unknown' });
    expect(site.fleet.devices[0]?.isBound).toBe(false);
  });

  test('a wrong password ends it with one try in all', async () => {
    const site = await siteOf();
    const item = await run(site, { all: 'Not.right1' });
    expect(item.verdict).toBe('wrong-password');
    expect(site.signed()).toBe(0);
  });
});
