import { expect, it } from 'vitest';
import { locales } from '../../../../main/contract/settings.ts';
import { columnOf } from '../../../../main/services/book/import/columns.ts';
import { templateCsv } from '../../../../renderer/src/features/book/template.ts';
import { textIn } from '../panels/text-in.ts';

it.each(locales)('the empty file in %s is read back by the core, every column of it', (locale) => {
  const csv = templateCsv(textIn(locale));
  expect(csv.startsWith('\uFEFF')).toBe(true);
  const columns = csv.slice(1).trim().split(';').map(columnOf);
  expect(columns).toEqual([
    'host',
    'httpPort',
    'tls',
    'userName',
    'commandPort',
    'name',
    'serial',
    'mac',
    'kind',
    'note',
  ]);
});
