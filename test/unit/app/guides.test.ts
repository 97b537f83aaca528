import { expect, test } from 'vitest';
import { createAppRig } from '../../helpers/app-rig.ts';
import { shippedFiles } from '../knowledge/library.ts';

const rig = () => createAppRig({ config: { guides: shippedFiles, isStrict: true } });

test('guides are listed, read, searched and found by code through the core', async () => {
  const { ask, api } = rig();
  const { guides } = await ask('guides.list', { locale: 'en' });
  expect(guides.length).toBeGreaterThanOrEqual(30);
  const guide = await ask('guides.get', { id: 'lockout', locale: 'en' });
  expect(guide.body).toContain('## ');
  const { guides: hits } = await ask('guides.search', { words: 'captcha', locale: 'en' });
  expect(hits.map(({ id }) => id)).toEqual(['phone-on-lan']);
  expect(hits[0]?.excerpt).toMatch(/CAPTCHA/);
  const { guides: own } = await ask('guides.forCode', { code: 'different-area', locale: 'en' });
  expect(own[0]?.id).toBe('area-rule');
  await api.close();
});

test('an id that does not exist is answered with near ones', async () => {
  const { api } = rig();
  const envelope = await api.call('guides.get', { id: 'lockot', locale: 'es' });
  expect(envelope).toMatchObject({
    ok: false,
    error: { code: 'guide.not-found', params: { wanted: 'lockot' } },
  });
  expect(envelope.ok ? '' : envelope.error.params['similar']).toContain('lockout');
  await api.close();
});

test('a core without guides has none, and says so', async () => {
  const { ask, api } = createAppRig();
  expect(await ask('guides.list', { locale: 'it' })).toEqual({ guides: [] });
  await api.close();
});
