import { describe, expect, it } from 'vitest';
import { ipAddressPath, paths, userPath } from '../../../main/protocol/isapi/paths.ts';
import { decodeResponseStatus } from '../../../main/protocol/isapi/response-status.ts';
import { decodeUsers, editUserPassword, findUser } from '../../../main/protocol/isapi/users.ts';
import { trainingPassword } from '../../../main/simulator/account.ts';
import { administrator, createHttpSite, type HttpSite } from '../../helpers/http-site.ts';
import { update } from './client.ts';
import { element } from './helpers.ts';

const camera = 'DS-2CD2385G1-I';
const guest = { name: 'guard', password: 'Night-2026', level: 'Operator' } as const;
const asGuest = { user: guest.name, password: guest.password };
const wordOf = (text: string) => decodeResponseStatus(text)?.subCode;

async function document(site: HttpSite, user: string, password: string, login?: string) {
  const users = decodeUsers(await site.text(paths.users));
  const found = users.ok ? findUser(users.value, user) : null;
  const edited = found === null ? null : editUserPassword(found, password, login ?? null);
  if (found === null || edited?.ok !== true) throw new Error('no document');
  return { path: userPath(found.id), body: edited.value };
}

async function change(site: HttpSite, password: string, login?: string): Promise<string | null> {
  const { path, body } = await document(site, 'admin', password, login);
  return wordOf(await site.put(path, body)) ?? null;
}

describe('the password over HTTP', () => {
  it('is the new one everywhere, over SADP too', async () => {
    const site = createHttpSite({ model: camera, webLogin: 'md5-sha256' });
    expect(await change(site, 'Fresh-Pass-26')).toBe('ok');
    const [old, fresh] = [administrator, { user: 'admin', password: 'Fresh-Pass-26' }];
    expect(await site.ask(paths.deviceInfo, { credentials: old })).toMatchObject({
      kind: 'wrong-password',
    });
    expect(await site.ask(paths.deviceInfo, { credentials: fresh })).toMatchObject({ status: 200 });
    const at = { fleet: site.fleet, device: site.device(), now: site.clock.now() };
    expect(element(update(at, old.password), 'Result')).toBe('PasswordError');
    expect(element(update(at, fresh.password), 'Result')).toBe('success');
  });

  it.each([
    ['short-1', 'passwordMustContainMorethan8Characters'],
    ['onlyletters', 'userPwdLenUnder8'],
    ['seventeen-letters', 'riskPassword'],
    ['Pässwort-26', 'riskPassword'],
  ])('%s is refused: %s', async (password, word) => {
    const site = createHttpSite({ model: camera });
    expect(await change(site, password)).toBe(word);
    expect(site.device().hasPassword(trainingPassword)).toBe(true);
  });

  it.each([
    ['Abcd1234!', 'riskPassword'],
    ['my-Admin-2026', 'illegalPassword'],
    ['aaaa-Bridge-9', 'riskPassword'],
  ])('newer recorders also refuse %s: %s', async (password, word) => {
    const site = createHttpSite({ model: 'DS-7732NXI-K4' });
    expect(await change(site, password)).toBe(word);
  });

  it('of a user whose name it is or mirrors', async () => {
    const user = { ...guest, name: 'Watchman1' };
    const site = createHttpSite({ model: camera, users: [user] });
    for (const [password, word] of [
      ['watchman1', 'userPwdNameSame'],
      ['1namhctaw', 'userPwdNameMirror'],
      ['Other-2026', 'ok'],
    ] as const) {
      const { path, body } = await document(site, user.name, password);
      expect(wordOf(await site.put(path, body))).toBe(word);
    }
    const credentials = { user: user.name, password: 'Other-2026' };
    expect(await site.ask(paths.status, { credentials })).toMatchObject({ status: 200 });
    expect(site.device().hasPassword(trainingPassword)).toBe(true);
  });

  it('is taken by some only together with the present one, and a wrong one counts', async () => {
    const site = createHttpSite({ model: camera, wantsLoginPassword: true });
    expect(await change(site, 'Fresh-Pass-26')).toBe('loginPasswordError');
    expect(site.device().attemptsLeft).toBe(7);
    expect(await change(site, 'Fresh-Pass-26', 'nope')).toBe('loginPasswordError');
    expect(site.device().attemptsLeft).toBe(6);
    expect(await change(site, 'Fresh-Pass-26', trainingPassword)).toBe('ok');
    expect(site.device().hasPassword('Fresh-Pass-26')).toBe(true);
  });

  it('is not taken from somebody without a login, nor under another name', async () => {
    const site = createHttpSite({ model: camera });
    const { path, body } = await document(site, 'admin', 'Fresh-Pass-26');
    const { client, device, clock } = site;
    const anonymous = client.request({
      ...{ host: device().address, port: 80, isTls: false, method: 'PUT', path, body },
      ...{ timeoutMs: 1000, maxBytes: 10_000 },
    });
    await clock.advance(100);
    expect(await anonymous).toMatchObject({ kind: 'needs-login' });
    const renamed = body.replace('>admin<', '>root<');
    expect(wordOf(await site.put(path, renamed))).toBe('badXmlContent');
    expect(await site.ask(userPath('9'))).toMatchObject({ status: 404 });
    expect(device().hasPassword(trainingPassword)).toBe(true);
  });
});

describe('a user who is not the administrator', () => {
  it('reads, and is refused what changes something or tells users', async () => {
    const site = createHttpSite({ model: camera, users: [guest] });
    const credentials = asGuest;
    expect(await site.text(paths.deviceInfo, { credentials })).toContain(site.device().serial);
    const address = await site.text(ipAddressPath('1'), { credentials });
    for (const [path, method, body] of [
      [ipAddressPath('1'), 'PUT', address],
      [paths.reboot, 'PUT', ''],
      [paths.users, 'GET', undefined],
      ['/ISAPI/System/configurationData', 'GET', undefined],
      ['/ISAPI/System/factoryReset?mode=full', 'PUT', ''],
    ] as const) {
      const more = { credentials, method, ...(body === undefined ? {} : { body }) };
      expect([path, wordOf(await site.text(path, more))]).toEqual([path, 'lowPrivilege']);
    }
    expect(site.device().isUp).toBe(true);
    const wrong = { ...asGuest, password: 'no' };
    expect(await site.ask(paths.status, { credentials: wrong })).toMatchObject({
      kind: 'wrong-password',
    });
  });

  it('is added and taken away', async () => {
    const site = createHttpSite({ model: 'DS-7732NI-I4' });
    const body = `<User><userName>new</userName><password>Fresh-2026</password><userLevel>Viewer</userLevel></User>`;
    const added = decodeResponseStatus(await site.text(paths.users, { method: 'POST', body }));
    expect(added).toMatchObject({ id: '2', kind: 'ok' });
    const credentials = { user: 'new', password: 'Fresh-2026' };
    expect(await site.ask(paths.status, { credentials })).toMatchObject({ status: 200 });
    await site.text(userPath('2'), { method: 'DELETE' });
    expect(await site.ask(paths.status, { credentials })).toMatchObject({ kind: 'wrong-password' });
    expect(wordOf(await site.text(userPath('1'), { method: 'DELETE' }))).toBe('lowPrivilege');
  });
});
