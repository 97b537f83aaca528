import { beforeAll, describe, expect, test } from 'vitest';
import type { HttpClientResult } from '../../main/ports/http-client.ts';
import type { DeviceSpec } from '../../main/simulator/types.ts';
import { createLoginSite, lies, losesAnswer, swallows } from '../helpers/login-site.ts';
import { warmUp } from '../helpers/test-crypto.ts';

beforeAll(() => warmUp([3072]));

const fresh: DeviceSpec = {
  ...{ model: 'DS-2CD2143G2-I', address: '192.168.1.64', sadp: 'off', isActivated: false },
};
const password = 'Korb.72xQ';
const models = [
  ['DS-2CD2143G2-I', 'StartActivateV3'],
  ['DS-2CD2385G1-I', 'System/activate'],
  ['DS-7608NI-K2/8P', 'System/activate'],
] as const;

describe.each(models)('the first password of a %s over HTTP', (model, path) => {
  const start = async () => {
    const site = await createLoginSite([{ ...fresh, model }]);
    return { site, id: site.byAddress('192.168.1.64') };
  };

  test('is set and proven by a login', async () => {
    const { site, id } = await start();
    const item = await site.item(await site.activate(id, password));
    expect(item).toMatchObject({ verdict: 'verified', reason: 'login-proven' });
    expect(site.device(0).hasPassword(password)).toBe(true);
    expect(site.sent.some((request) => request.path.includes(path))).toBe(true);
    expect(JSON.stringify(item)).not.toContain(password);
  });

  test('whose answer was lost is proven all the same', async () => {
    const { site, id } = await start();
    site.wire.twist = losesAnswer(path);
    expect(await site.item(await site.activate(id, password))).toMatchObject({
      ...{ verdict: 'verified', reason: 'login-proven' },
    });
  });

  test('that is only promised is not believed', async () => {
    const { site, id } = await start();
    site.wire.twist = lies(path);
    expect(await site.item(await site.activate(id, password))).toMatchObject({
      ...{ verdict: 'accepted', reason: 'not-applied' },
    });
  });

  test('that never arrived', async () => {
    const { site, id } = await start();
    site.wire.twist = swallows(path);
    expect(await site.item(await site.activate(id, password))).toMatchObject({
      ...{ verdict: 'no-answer', reason: 'silent' },
    });
  });

  test('under a challenge made for another key is not sent', async () => {
    const { site, id } = await start();
    site.wire.twist = (request, inner) =>
      /challenge/i.test(request.path) ? inner.request(request).then(garbled) : null;
    const item = await site.item(await site.activate(id, password));
    expect(item).toMatchObject({ verdict: 'failed', reason: 'bad-exchange' });
    expect(site.sent.some((request) => request.path.includes(path))).toBe(false);
  });
});

/** The same length, other bytes: nothing that the key has made. */
function garbled(answer: HttpClientResult): HttpClientResult {
  if (answer.kind !== 'ok') return answer;
  const text = new TextDecoder().decode(answer.body);
  const body = text.replace(/[A-Za-z0-9+/=]{100,}/, (wrapped) => {
    const hex = Buffer.from(wrapped, 'base64').toString();
    const other = `00${'5a'.repeat(hex.length / 2 - 1)}`;
    return Buffer.from(other).toString('base64');
  });
  return { ...answer, body: new TextEncoder().encode(body) };
}

test('a device that has a password keeps it', async () => {
  const site = await createLoginSite([{ ...fresh, isActivated: true }]);
  const id = site.byAddress('192.168.1.64');
  const [line] = await site.wait(site.core.acts.jobs.preflight('activate', [id]));
  expect(line).toMatchObject({ light: 'stop', reason: 'already-activated' });
  const item = await site.item(await site.activate(id, password));
  expect(item).toMatchObject({ verdict: 'already', reason: 'already-activated' });
});
