import { describe, expect, test } from 'vitest';
import { locales } from '../../../main/contract/settings.ts';
import { withoutPrivate } from '../../../main/services/reports/public-text.ts';
import { findSecrets } from '../../helpers/find-secrets.ts';
import { readZipEntry } from '../../helpers/zip.ts';
import { codeOf } from '../site-file/rig.ts';
import { finishedSite, officePassphrase, report, savedPassword, secretsOfSite } from './rig.ts';

const privateWords = ['the owner is difficult', 'operator7', 'HK-4711'];

describe('the handover for the client', () => {
  test('has schedule, before and after, verdicts, cases, open points, recovery, signatures', async () => {
    const rig = await finishedSite();
    const { bytes, fileName } = await report(rig, {
      ...{
        kind: 'handover-client',
        format: 'html',
        client: 'Hotel <Aurora>',
        installer: 'Bianchi',
      },
    });
    const html = bytes.toString();
    expect(fileName).toMatch(/^untether-handover-client-this-site-\d{4}-\d\d-\d\d\.html$/);
    for (const title of ['Devices', 'Network', 'Before and after', 'Unbinding', 'Cases']) {
      expect(html).toContain(`<h2>${title}</h2>`);
    }
    expect(html).toContain('<h2>Open points</h2>');
    expect(html).toContain('<h2>Password recovery</h2>');
    expect(html).toContain('Signature: Technician');
    expect(html).toContain('Signature: Client');
    expect(html).toContain('Verified');
    expect(html).toContain('Accepted, not verified');
    expect(html).toContain('Not asked to unbind');
    expect(html).toContain('Not known: a device does not tell');
    expect(html).toContain('By the door');
    expect(html).toContain('Hotel &lt;Aurora&gt;');
    expect(html).toContain('Gate &lt;b&gt;1&lt;/b&gt;');
    const [last] = rig.core.acts.audit.list({ limit: 1 }).lines;
    expect(html).toContain(last?.hash);
    expect(html).not.toMatch(/<script|javascript:|https?:\/\//i);
  });

  test.each(['html', 'xlsx', 'json'] as const)(
    'as %s has no secret in any shape',
    async (format) => {
      const rig = await finishedSite();
      for (const locale of locales) {
        const { bytes } = await report(rig, { kind: 'handover-client', format, locale });
        const sheets = format === 'xlsx' ? sheetsOf(bytes) : [];
        const places = [{ name: format, bytes }, ...sheets];
        expect(findSecrets(places, [...secretsOfSite, ...privateWords])).toEqual([]);
      }
    },
  );

  test('says that nothing is known where nothing is known', async () => {
    const rig = await finishedSite();
    const { bytes } = await report(rig, { kind: 'handover-client', format: 'json' });
    const { sections, facts } = JSON.parse(bytes.toString());
    const verdicts = sections.unbind.rows.map((row: { verdict: string | null }) => row.verdict);
    expect(verdicts.sort()).toEqual(['accepted', 'verified', null].sort());
    expect(sections.recovery.rows.map((row: { recovery: unknown }) => row.recovery)).toEqual([
      null,
      null,
      null,
    ]);
    expect(facts.madeAt).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
    expect(
      sections.unbind.rows.find((row: { verdict: string }) => row.verdict === 'accepted').bound,
    ).toBeNull();
  });

  test('in each language has its own words and numbers of pages', async () => {
    const rig = await finishedSite();
    const titles = [];
    for (const locale of locales) {
      const { bytes } = await report(rig, { kind: 'handover-client', format: 'html', locale });
      titles.push(/<h1>(.*)<\/h1>/.exec(bytes.toString())?.[1]);
      expect(bytes.toString()).toContain('counter(page)');
      expect(bytes.toString()).not.toMatch(/undefined|\{\{/);
    }
    expect(titles).toEqual(['Handover report', 'Rapporto di consegna', 'Informe de entrega']);
  });
});

describe('the handover for the office', () => {
  test('is sealed, opens with its passphrase only, and holds the logins of an open vault', async () => {
    const rig = await finishedSite();
    const { papers, vault } = rig.core;
    const wanted = { kind: 'handover-office', format: 'html' } as const;
    expect(await codeOf(report(rig, wanted))).toBe('report.needs-passphrase');
    const sealed = await report(rig, { ...wanted, passphrase: officePassphrase });
    expect(sealed.fileName).toMatch(/\.utreport$/);
    expect(
      findSecrets([{ name: 'sealed', bytes: sealed.bytes }], [...secretsOfSite, 'Gate', 'DS-']),
    ).toEqual([]);
    const open = (passphrase: string) => papers.reports.open({ base64: sealed.base64, passphrase });
    expect(await codeOf(open('another phrase'))).toBe('sealed.not-opened');
    const opened = await open(officePassphrase);
    const html = Buffer.from(opened.base64, 'base64').toString();
    expect(opened.fileName).toMatch(/^untether-handover-office.*\.html$/);
    expect(html).toContain('operator7');
    expect(html).toContain('Lobby&lt;7&gt;&amp;&quot;x-secret');
    expect(html).toContain('HK-4711');
    vault.credentials.lock();
    const later = await report(rig, { ...wanted, passphrase: officePassphrase });
    const again = await papers.reports.open({ base64: later.base64, passphrase: officePassphrase });
    const locked = Buffer.from(again.base64, 'base64').toString();
    expect(locked).toContain('The vault was not open');
    expect(locked).not.toContain('operator7');
  });

  test('a changed byte opens nothing', async () => {
    const rig = await finishedSite();
    const sealed = await report(rig, {
      kind: 'handover-office',
      format: 'json',
      passphrase: officePassphrase,
    });
    for (const at of [0, 17, 40, 120, sealed.bytes.length - 1]) {
      const changed = Buffer.from(sealed.bytes);
      changed[at] = (changed[at] ?? 0) ^ 1;
      const run = rig.core.papers.reports.open({
        ...{ base64: changed.toString('base64'), passphrase: officePassphrase },
      });
      expect(await codeOf(run)).toMatch(/^sealed\./);
    }
  });
});

describe('the other papers', () => {
  test('changes: audit and runs, as a table of its own in CSV', async () => {
    const rig = await finishedSite();
    const { bytes } = await report(rig, { kind: 'changes', format: 'csv', locale: 'it' });
    const text = bytes.toString('utf8');
    expect(text.startsWith('\uFEFF"Ora";"Da";"Che cosa"')).toBe(true);
    expect(text).toContain('item.unbind finished');
    expect(findSecrets([{ name: 'csv', bytes }], secretsOfSite)).toEqual([]);
    const html = (await report(rig, { kind: 'changes', format: 'html' })).bytes.toString();
    expect(html).toContain('Audit log of this computer');
  });

  test('before the visit: each thing once, with all that it is for', async () => {
    const rig = await finishedSite();
    const { bytes } = await report(rig, { kind: 'pre-visit', format: 'json' });
    const { sections } = JSON.parse(bytes.toString());
    const things = sections.bring.rows.map(({ thing }: { thing: string }) => thing);
    expect(things).toContain('laptop');
    expect(things).toContain('proof');
    expect(new Set(things).size).toBe(things.length);
    expect(sections.numbers.rows[0].fields).toContain('HK-4711');
  });

  test('only the chosen devices, when some are chosen', async () => {
    const rig = await finishedSite();
    const { bytes } = await report(rig, {
      kind: 'handover-client',
      format: 'json',
      ids: [rig.id(2)],
    });
    const { sections } = JSON.parse(bytes.toString());
    expect(sections.schedule.rows).toHaveLength(1);
    expect(sections.unbind.rows).toHaveLength(1);
    expect(sections.cases.rows).toHaveLength(1);
  });

  test('inventory as a list is the list’s own export', async () => {
    const rig = await finishedSite();
    const csv = (await report(rig, { kind: 'inventory', format: 'csv' })).bytes.toString();
    expect(csv).toContain('"DS-7608NI-K2/8P"');
    const xlsx = (await report(rig, { kind: 'inventory', format: 'xlsx' })).bytes;
    expect(readZipEntry(xlsx, 'xl/sharedStrings.xml')).toContain('DS-7608NI-K2/8P');
  });

  test('a format that a kind does not have is refused with those it has', async () => {
    const rig = await finishedSite();
    expect(await codeOf(report(rig, { kind: 'pre-visit', format: 'csv' }))).toBe(
      'report.no-such-format',
    );
  });
});

describe('notes', () => {
  test.each([
    ['By the door', 'By the door'],
    ['By the door\n[private] owes us money\nsince May', 'By the door'],
    ['[PRIVATO] tutto', ''],
    ['Gate\nUser: admin\nnice view', 'Gate\nnice view'],
    ['codice 1234\nscala B', 'scala B'],
    ['clave: x\nCódigo 7', ''],
  ])('%j is shown as %j', (note, shown) => {
    expect(withoutPrivate(note)).toBe(shown);
  });
});

function sheetsOf(xlsx: Buffer) {
  return ['xl/sharedStrings.xml'].map((name) => ({
    name,
    bytes: Buffer.from(readZipEntry(xlsx, name)),
  }));
}

test('the vault’s password is known to be there, so that not finding it means something', async () => {
  const rig = await finishedSite();
  expect(rig.core.vault.credentials.secrets()).toContain(savedPassword);
});
