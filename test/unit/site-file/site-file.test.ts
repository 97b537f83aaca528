import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { ActRig } from '../../helpers/act-rig.ts';
import { codeOf, exported, filePassphrase, laptop, siteOf, taken, withVault } from './rig.ts';

const cameras = [
  { model: 'DS-2CD2143G2-I', address: '192.168.1.20' },
  { model: 'DS-2CD2347G2-LU', address: '192.168.1.21' },
  { model: 'DS-7608NI-K2/8P', address: '192.168.1.22' },
] as const;

/** A site on which work was done: names, notes, a book entry, a case with a photo, an answer, saved logins. */
async function workedOn(name = 'anna'): Promise<ActRig> {
  const rig = await withVault(await laptop(name, cameras));
  const { core, clock } = rig;
  core.registry.edit(rig.id(0), { name: 'Gate', note: 'left of the door' }, clock.now());
  core.registry.setBook(
    rig.id(1),
    {
      ...{ host: '192.168.1.21', httpPort: 80, isTls: false, commandPort: 8000, userName: 'admin' },
      ...{ origin: 'typed', addedAt: clock.now(), pin: null, isBasicAllowed: false, test: null },
    },
    clock.now(),
  );
  const photo = new TextEncoder().encode('a photo');
  const opened = core.recovery.cases.open({
    ...{ device: rig.id(0), kind: 'reset-button', reason: 'lost', authorisedBy: 'Ms Rossi' },
  });
  core.recovery.cases.attach({
    ...{ id: opened.id, kind: 'label-photo', name: 'label.jpg', mediaType: 'image/jpeg' },
    base64: Buffer.from(photo).toString('base64'),
  });
  core.chooser.answer({ device: rig.id(0), question: 'is-owner-reachable', answer: 'yes' });
  const { credentials } = core.vault;
  credentials.save(
    { scope: 'device', device: rig.id(0) },
    { userName: 'admin', password: 'Gate.1-secret' },
  );
  credentials.save(
    { scope: 'site', id: core.sites.currentId },
    { userName: 'admin', password: 'Site.2-secret' },
  );
  credentials.setGroup(rig.id(2), 'recorders');
  credentials.save(
    { scope: 'group', id: 'recorders' },
    { userName: 'admin', password: 'Group.3-secret' },
  );
  credentials.save(
    { scope: 'group', id: 'elsewhere' },
    { userName: 'admin', password: 'Other.4-secret' },
  );
  return rig;
}

describe('a site on another laptop', () => {
  test('is the same site, with its passwords, and twice is once', async () => {
    const anna = await workedOn();
    const bruno = await withVault(await laptop('bruno'));
    const file = await exported(anna.core);
    const preview = await bruno.core.papers.siteFiles.read({
      base64: file,
      passphrase: filePassphrase,
    });
    expect(preview).toMatchObject({
      ...{ name: 'This site', by: 'anna@anna-laptop', devices: 3, newDevices: 3, cases: 1 },
      ...{ isAuditIntact: true, credentials: 4, conflicts: [] },
    });
    expect(preview.auditLines).toBeGreaterThan(0);

    const first = await taken(bruno.core, file);
    expect(first).toMatchObject({ added: 3, merged: 0, cases: 1, credentials: 4 });
    expect(first.auditLines).toBe(preview.auditLines);
    expect(siteOf(bruno.core)).toEqual(siteOf(anna.core));
    const { credentials } = bruno.core.vault;
    const passwords = [0, 1, 2].map((index) => credentials.login(anna.id(index))?.password);
    expect(passwords).toEqual(['Gate.1-secret', 'Site.2-secret', 'Group.3-secret']);
    expect(credentials.list().credentials.map(({ subject }) => subject)).not.toContain('elsewhere');
    const [one] = bruno.core.recovery.cases.list({ limit: 10 });
    expect(one).toMatchObject({ kind: 'reset-button', authorisedBy: 'Ms Rossi' });
    const attachment = one?.attachments[0];
    const photo = bruno.core.recovery.cases.attachment({
      id: one?.id ?? '',
      attachment: attachment?.id ?? '',
    });
    expect(Buffer.from(photo.base64, 'base64').toString()).toBe('a photo');
    expect(bruno.core.chooser.get(anna.id(0)).answers).toMatchObject([
      { answer: 'yes', who: 'anna' },
    ]);
    expect(bruno.core.registry.row(anna.id(0))?.openCase).toBe('reset-button');

    const again = await taken(bruno.core, file);
    expect(again).toMatchObject({ added: 0, merged: 0, cases: 0, auditLines: 0, credentials: 0 });
    expect(siteOf(bruno.core)).toEqual(siteOf(anna.core));
  });

  test('survives a restart of the one who took it', async () => {
    const anna = await workedOn();
    const bruno = await laptop('bruno');
    await taken(bruno.core, await exported(anna.core, true));
    const stored = bruno.store.devices.loadAll();
    expect(stored.map(({ name }) => name).sort()).toEqual(['Gate', null, null]);
    expect(stored.map(({ book }) => book?.host ?? null).filter(Boolean)).toEqual(['192.168.1.21']);
    expect(new Set(stored.map(({ siteId }) => siteId))).toEqual(
      new Set([bruno.core.sites.currentId]),
    );
  });

  test('keeps the other one’s audit apart, and our own when it comes home', async () => {
    const anna = await workedOn();
    const bruno = await laptop('bruno');
    const { auditLines } = await taken(bruno.core, await exported(anna.core, true));
    const { transfers, audit } = bruno.store.acts;
    const [chain] = transfers.chains(bruno.core.sites.currentId);
    expect(chain).toMatchObject({ machine: 'anna-laptop', isIntact: true });
    expect(chain?.lines).toHaveLength(auditLines);
    expect(audit.list({ limit: 100 }).filter(({ user }) => user === 'anna')).toEqual([]);
    expect(audit.verify().isIntact).toBe(true);
    // Home again, over the other laptop.
    const home = await taken(anna.core, await exported(bruno.core, true));
    expect(home.auditLines).toBe(0);
    expect(anna.store.acts.transfers.chains(anna.core.sites.currentId)).toEqual([]);
  });

  test('can be a new site beside the own one', async () => {
    const anna = await workedOn();
    const bruno = await laptop('bruno', [{ model: 'DS-2CD2132-I', address: '10.0.0.9' }]);
    const { siteId } = await taken(bruno.core, await exported(anna.core, true), { into: 'new' });
    expect(siteId).not.toBe(bruno.core.sites.currentId);
    expect(bruno.core.sites.list().map(({ name, devices }) => `${name}: ${devices}`)).toEqual([
      'This site: 1',
      'This site (2): 3',
    ]);
  });
});

describe('what two laptops say differently', () => {
  async function bothWorked() {
    const anna = await workedOn();
    const bruno = await laptop('bruno');
    await taken(bruno.core, await exported(anna.core, true));
    const gate = anna.id(0);
    await anna.clock.advance(60_000);
    bruno.core.registry.edit(gate, { name: 'Gate east', note: null }, anna.clock.now());
    anna.core.registry.edit(gate, { name: 'Main gate' }, anna.clock.now() + 1000);
    anna.core.registry.remove([anna.id(1)], anna.clock.now() + 1000);
    return { anna, bruno, gate, file: await exported(anna.core, true) };
  }

  test('is shown field by field, and the newer is taken', async () => {
    const { bruno, gate, file, anna } = await bothWorked();
    const { conflicts } = await bruno.core.papers.siteFiles.read({
      base64: file,
      passphrase: filePassphrase,
    });
    const fields = conflicts.flatMap((one) => one.fields.map((field) => ({ ...field })));
    expect(fields).toEqual([
      { field: 'name', mine: 'Gate east', theirs: 'Main gate', newer: 'theirs' },
      { field: 'removed', mine: null, theirs: 'removed', newer: 'theirs' },
    ]);
    await taken(bruno.core, file);
    expect(bruno.core.registry.row(gate)?.name).toBe('Main gate');
    expect(bruno.core.registry.row(anna.id(1))?.removedAt).not.toBeNull();
  });

  test('goes by what a person chose, also at the next import', async () => {
    const { bruno, gate, file } = await bothWorked();
    const { conflicts } = await bruno.core.papers.siteFiles.read({
      base64: file,
      passphrase: filePassphrase,
    });
    const choices = Object.fromEntries(
      conflicts.map(({ key, fields }) => [
        key,
        Object.fromEntries(fields.map(({ field }) => [field, 'mine' as const])),
      ]),
    );
    await taken(bruno.core, file, { choices });
    expect(bruno.core.registry.row(gate)?.name).toBe('Gate east');
    expect(await taken(bruno.core, file)).toMatchObject({ merged: 0, added: 0 });
    expect(bruno.core.registry.row(gate)?.name).toBe('Gate east');
  });

  test('two open cases of a kind: ours goes on, theirs is kept closed', async () => {
    const anna = await workedOn();
    const bruno = await laptop('bruno', cameras);
    bruno.core.recovery.cases.open({
      ...{ device: bruno.id(0), kind: 'reset-button', reason: 'ours', authorisedBy: '' },
    });
    const file = await exported(anna.core, true);
    await taken(bruno.core, file);
    const states = bruno.core.recovery.cases
      .list({ limit: 10 })
      .map(({ reason, state }) => `${reason} ${state}`);
    expect(states.sort()).toEqual(['lost cancelled', 'ours open']);
    expect(await taken(bruno.core, file)).toMatchObject({ cases: 0 });
  });
});

describe('what does not open', () => {
  test('a wrong passphrase, a changed byte, another file: nothing is written', async () => {
    const anna = await workedOn();
    const bruno = await withVault(await laptop('bruno'));
    const file = await exported(anna.core);
    const before = fingerprint(bruno);
    expect(await codeOf(taken(bruno.core, file, { passphrase: 'another phrase' }))).toBe(
      'sealed.not-opened',
    );
    const bytes = Buffer.from(file, 'base64');
    for (const at of [3, 14, 60, 200, bytes.length - 1]) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(await codeOf(taken(bruno.core, changed.toString('base64')))).toMatch(/^sealed\./);
    }
    expect(await codeOf(taken(bruno.core, bytes.subarray(0, 500).toString('base64')))).toBe(
      'sealed.damaged',
    );
    expect(await codeOf(taken(bruno.core, Buffer.from('PK').toString('base64')))).toBe(
      'sealed.not-ours',
    );
    expect(fingerprint(bruno)).toBe(before);
  });

  test('a write that fails takes everything back', async () => {
    const anna = await workedOn();
    const bruno = await withVault(await laptop('bruno'));
    const file = await exported(anna.core);
    const before = fingerprint(bruno);
    const { transfers } = bruno.store.acts;
    const add = transfers.addJob;
    const chains = transfers.addChain;
    transfers.addChain = () => {
      throw new Error('the disk is full');
    };
    expect(await codeOf(taken(bruno.core, file))).toContain('the disk is full');
    expect(fingerprint(bruno)).toBe(before);
    expect(bruno.core.vault.credentials.list().credentials).toEqual([]);
    Object.assign(transfers, { addJob: add, addChain: chains });
    expect((await taken(bruno.core, file)).added).toBe(3);
  });

  test('passwords need an open vault, or a word', async () => {
    const anna = await workedOn();
    const file = await exported(anna.core);
    const bruno = await laptop('bruno');
    expect(await codeOf(taken(bruno.core, file))).toBe('site-file.needs-vault');
    expect(await taken(bruno.core, file, { leaveOutPasswords: true })).toMatchObject({
      credentials: 0,
    });
    anna.core.vault.credentials.lock();
    expect(await codeOf(exported(anna.core))).toBe('site-file.needs-vault');
    expect(await codeOf(exported(anna.core, true))).toBe('no error');
  });

  test('the sealed file shows nothing of what is in it', async () => {
    const anna = await workedOn();
    const bytes = Buffer.from(await exported(anna.core), 'base64');
    for (const word of ['Gate', 'secret', 'DS-2CD', '192.168', 'anna', 'site.json']) {
      expect(bytes.includes(Buffer.from(word))).toBe(false);
    }
  });
});

/** All that an import could have left behind. */
function fingerprint({ core, store }: ActRig): string {
  const { transfers, cases } = store.acts;
  const siteId = core.sites.currentId;
  const all = {
    devices: store.devices.loadAll(),
    rows: core.registry.records().length,
    cases: cases.list({ limit: 100 }),
    sites: store.sites.list().length,
    jobs: transfers.jobs(siteId),
    chains: transfers.chains(siteId),
  };
  return createHash('sha256').update(JSON.stringify(all)).digest('hex');
}
