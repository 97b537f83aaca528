import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeUsers, editUserPassword, findUser } from '../../../main/protocol/isapi/users.ts';
import { parseXml } from '../../../main/protocol/xml.ts';

const list = `<?xml version="1.0" encoding="UTF-8"?>
<UserList version="2.0" xmlns="http://www.hikvision.com/ver20/XMLSchema">
<User version="2.0" xmlns="http://www.hikvision.com/ver20/XMLSchema">
<id>1</id>
<userName>admin</userName>
<userLevel>Administrator</userLevel>
</User>
<User>
<id>2</id>
<userName>guard</userName>
<bondIpList><bondIp><id>1</id></bondIp></bondIpList>
<password></password>
<userLevel>Operator</userLevel>
</User>
</UserList>`;

function usersOf(text: string) {
  const users = decodeUsers(text);
  if (!users.ok) throw new Error(JSON.stringify(users));
  return users.value;
}

function textOf(xml: string, name: string): string | undefined {
  const parsed = parseXml(xml);
  if (!parsed.ok) throw new Error(parsed.detail);
  return parsed.root.children.find(({ local }) => local === name)?.text;
}

describe('users', () => {
  test('are read with what their document needs to go back', () => {
    const users = usersOf(list);
    expect(users.map(({ id, name, level }) => [id, name, level])).toEqual([
      ['1', 'admin', 'Administrator'],
      ['2', 'guard', 'Operator'],
    ]);
    expect(users[1]?.text).toMatch(
      /^<User version="2.0" xmlns="http:\/\/www.hikvision.com\/ver20\/XMLSchema">/,
    );
    expect(users[0]?.text.match(/xmlns/g)).toHaveLength(1);
  });

  test('are told apart by letter case', () => {
    expect(findUser(usersOf(list), 'Admin')).toBeNull();
    expect(findUser(usersOf(list), 'guard')?.id).toBe('2');
  });

  test('a list of none, a refusal and rubbish', () => {
    expect(usersOf('<UserList/>')).toEqual([]);
    const refused = decodeUsers(
      '<ResponseStatus><statusCode>4</statusCode><subStatusCode>lowPrivilege</subStatusCode></ResponseStatus>',
    );
    expect(refused).toMatchObject({ ok: false, reason: 'refused' });
    expect(decodeUsers('no')).toMatchObject({ ok: false, reason: 'unreadable' });
  });
});

describe('a new password in the document', () => {
  test('stands behind the name, or where the empty one was, and nothing else changes', () => {
    const [admin, guard] = usersOf(list);
    if (admin === undefined || guard === undefined) throw new Error('two users');
    const made = editUserPassword(admin, 'Korb.72xQ');
    const filled = editUserPassword(guard, 'Korb.72xQ');
    if (!made.ok || !filled.ok) throw new Error('not written');
    expect(made.value.replace('\n<password>Korb.72xQ</password>', '')).toBe(admin.text);
    expect(filled.value.replace('Korb.72xQ', '')).toBe(guard.text);
  });

  test('any text survives the way there', () => {
    const [admin] = usersOf(list);
    if (admin === undefined) throw new Error('one user');
    const printable = fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 16 });
    fc.assert(
      fc.property(printable, printable, (password, current) => {
        fc.pre(password.trim() === password && current.trim() === current);
        const made = editUserPassword(admin, password, current);
        if (!made.ok) throw new Error(made.reason);
        expect(textOf(made.value, 'password')).toBe(password);
        expect(textOf(made.value, 'loginPassword')).toBe(current);
      }),
    );
  });
});
