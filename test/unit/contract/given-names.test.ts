import { expect, test } from 'vitest';
import { shownAdapterName, shownSiteName } from '../../../main/contract/text/given-names.ts';
import { createAppRig } from '../../helpers/app-rig.ts';

test('a site that nobody has named is called so in each language, one with a name is not', async () => {
  // As every database has it that was made before a person named its site.
  const rig = createAppRig();
  const { sites } = await rig.ask('sites.list', {});
  const [{ name, id } = { name: '', id: '' }] = sites;
  const shown = (['en', 'it', 'es'] as const).map((locale) => shownSiteName(name, locale));
  expect(shown).toEqual(['This site', 'Questo sito', 'Este sitio']);
  const report = await rig.ask('reports.make', {
    ...{ kind: 'handover-client', format: 'json', locale: 'it' },
  });
  const made = JSON.parse(Buffer.from(report.base64, 'base64').toString('utf8')) as {
    site: string;
  };
  expect(made.site).toBe('Questo sito');
  const renamed = await rig.ask('sites.rename', { id, name: 'Hotel Aurora' });
  expect(shownSiteName(renamed.name, 'it')).toBe('Hotel Aurora');
  await rig.api.close();
});

test('the adapter of the training site, and no other, is called by us', () => {
  expect(shownAdapterName('Training site', 'it')).toBe('Sito di prova');
  expect(shownAdapterName('eth0', 'it')).toBe('eth0');
});
