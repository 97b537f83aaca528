import { describe, expect, test } from 'vitest';
import type { Answer, PasswordRequest } from '../../main/services/commands/commands.ts';
import { trainingPassword } from '../../main/simulator/account.ts';
import type { ActName, DeviceSpec } from '../../main/simulator/types.ts';
import { type ActRig, createActRig } from '../helpers/act-rig.ts';

const older = 'DS-7608NI-K2/8P';
const newer = 'DS-2CD2143G2-I';

function bound(spec: Partial<DeviceSpec> = {}): DeviceSpec {
  return { model: older, address: '192.168.1.70', cloud: 'bound', ...spec };
}

function unbind(rig: ActRig, patch: Partial<PasswordRequest> = {}): Promise<Answer> {
  const request: PasswordRequest = {
    command: 'ezvizUnbind',
    password: trainingPassword,
    isOverride: false,
    beforeSend: () => undefined,
    ...patch,
  };
  return rig.wait(rig.core.acts.commands.command(rig.record(0), request));
}

function heard(rig: ActRig, types: RegExp): number {
  return rig.device(0).commandsHeard.filter((one) => types.test(one.types)).length;
}

describe('a command with a password', () => {
  test.each([
    ['3.0', older, 'exchangecode', 'ezvizUnbind'],
    ['3.1', newer, 'exchangecode_v31', 'ezvizUnbind_v31'],
  ])('generation %s: exchange, then one command, and it is obeyed', async (...row) => {
    const [, model, exchange, command] = row;
    const rig = await createActRig({ devices: [bound({ model })] });
    expect(await unbind(rig)).toMatchObject({ kind: 'reply', result: 'success' });
    expect(rig.device(0).isBound).toBe(false);
    expect(rig.device(0).commandsHeard.map(({ types }) => types)).toEqual([exchange, command]);
  });

  test('the mark is called once, after the exchange and before the command', async () => {
    const rig = await createActRig({ devices: [bound()] });
    const seen: string[] = [];
    await unbind(rig, {
      beforeSend: () => seen.push(`${heard(rig, /exchange/)},${heard(rig, /Unbind/)}`),
    });
    expect(seen).toEqual(['1,0']);
  });

  test('a mark that cannot be made keeps the command', async () => {
    const rig = await createActRig({ devices: [bound()] });
    const failing = unbind(rig, {
      beforeSend: () => {
        throw new Error('disk full');
      },
    });
    await expect(failing).rejects.toThrow('disk full');
    expect(heard(rig, /Unbind/)).toBe(0);
    expect(rig.core.acts.commands.lock(rig.record(0)).attemptsLeft).toBeNull();
  });

  test('a lock told to a harmless question stands against the next password', async () => {
    const spec = bound({ lockedForMs: 20 * 60_000, isLockToldByStatus: true });
    const rig = await createActRig({ devices: [spec] });
    const { commands } = rig.core.acts;
    await rig.wait(commands.ask(rig.record(0), { types: 'getUnbindStatus' }));
    expect(commands.lock(rig.record(0)).lockedUntil).toBeGreaterThan(rig.clock.now());
    expect(await unbind(rig)).toMatchObject({ kind: 'not-sent', reason: 'locked' });
    expect(heard(rig, /ezvizUnbind/)).toBe(0);
  });

  const judged: readonly [ActName, Partial<Answer> & { result?: unknown }][] = [
    ['lies', { kind: 'reply', result: 'success' }],
    ['refuses', { kind: 'reply', result: 'failed' }],
    ['silent-undone', { kind: 'silent' }],
    ['silent-done', { kind: 'silent' }],
    ['late', { kind: 'silent' }],
    ['twice', { kind: 'reply', result: 'success' }],
    ['contradicts', { kind: 'conflict' }],
    ['garbled', { kind: 'silent' }],
    ['truncated', { kind: 'silent' }],
    ['echo', { kind: 'silent' }],
    ['echo-match', { kind: 'silent' }],
    ['older-uuid', { kind: 'silent' }],
    ['other-types', { kind: 'silent' }],
    ['other-mac', { kind: 'silent' }],
    ['other-address', { kind: 'foreign-sender' }],
    ['unknown-text', { kind: 'reply', result: 'denied' }],
  ];
  test.each(judged)('a device that %s', async (act, expected) => {
    const rig = await createActRig({ devices: [bound({ acts: [{ act, on: ['ezvizUnbind'] }] })] });
    expect(await unbind(rig)).toMatchObject(expected);
    await rig.clock.advance(60_000);
    expect(heard(rig, /^ezvizUnbind/)).toBe(1);
  });

  test('a wrong password costs one try, is told, and is not sent again', async () => {
    const rig = await createActRig({ devices: [bound({ maxAttempts: 6 })] });
    const wrong = { password: 'Wrong-pass-1' };
    expect(await unbind(rig, wrong)).toMatchObject({ kind: 'reply', result: 'PasswordError' });
    expect(rig.core.acts.commands.lock(rig.record(0)).attemptsLeft).toBe(5);
    expect(await unbind(rig, wrong)).toMatchObject({ kind: 'not-sent', reason: 'same-password' });
    expect(heard(rig, /Unbind/)).toBe(1);
    expect(await unbind(rig, { ...wrong, isOverride: true })).toMatchObject({ kind: 'reply' });
    expect(await unbind(rig)).toMatchObject({ kind: 'reply', result: 'success' });
    expect(rig.core.acts.commands.lock(rig.record(0)).attemptsLeft).toBeNull();
  });

  test('it stops at two tries left, and a lock shows on the row until its time is over', async () => {
    const rig = await createActRig({ devices: [bound({ maxAttempts: 3, lockMinutes: 10 })] });
    await unbind(rig, { password: 'Wrong-pass-1' });
    expect(rig.device(0).attemptsLeft).toBe(2);
    expect(await unbind(rig)).toMatchObject({ kind: 'not-sent', reason: 'attempts-low' });
    expect(heard(rig, /Unbind/)).toBe(1);
    for (const password of ['Wrong-pass-2', 'Wrong-pass-3']) {
      await unbind(rig, { password, isOverride: true });
    }
    expect(rig.device(0).isLocked(rig.clock.now())).toBe(true);
    expect(await unbind(rig)).toMatchObject({ kind: 'not-sent', reason: 'locked' });
    const row = () => rig.core.registry.row(rig.id(0));
    expect(row()?.flags).toContain('locked');
    expect(row()?.lockedUntil).toBe(rig.core.acts.commands.lock(rig.record(0)).lockedUntil);
    await rig.clock.advance(11 * 60_000);
    rig.core.registry.tick(rig.clock.now());
    expect(row()?.flags).not.toContain('locked');
    expect(await unbind(rig)).toMatchObject({ kind: 'reply', result: 'success' });
  });

  test('a bare "failed" counts as a try that may have cost one, and is not called wrong', async () => {
    const rig = await createActRig({ devices: [bound({ refusals: 'failed', maxAttempts: 7 })] });
    const answers: unknown[] = [];
    for (let count = 0; count < 5; count += 1) {
      answers.push(await unbind(rig, { password: `Wrong-pass-${count}` }));
    }
    expect(answers.map((one) => (one as Answer).kind)).toEqual([
      ...['reply', 'reply', 'reply'],
      ...['not-sent', 'not-sent'],
    ]);
    expect(rig.device(0).attemptsLeft).toBe(4);
  });

  test('the password of an account of another area is not counted', async () => {
    const rig = await createActRig({ devices: [bound({ acts: ['areas-differ'] })] });
    expect(await unbind(rig)).toMatchObject({ kind: 'reply' });
    expect(rig.core.acts.commands.lock(rig.record(0)).attemptsLeft).toBeNull();
  });

  test('a device that is gone is asked where it is, and gets no command', async () => {
    const rig = await createActRig({ devices: [bound()] });
    await rig.clock.advance(60_000);
    rig.fleet.powerOff(rig.device(0));
    expect(await unbind(rig)).toMatchObject({ kind: 'not-sent', reason: 'offline' });
    expect(heard(rig, /./)).toBe(0);
  });

  test('a send that fails is told, and costs nothing', async () => {
    const rig = await createActRig({ devices: [bound()] });
    rig.network.failNext('no-route');
    expect(await unbind(rig)).toMatchObject({ kind: 'not-sent', reason: 'send-failed' });
    expect(rig.core.acts.commands.lock(rig.record(0)).attemptsLeft).toBeNull();
  });

  test('two commands to one device take turns', async () => {
    const rig = await createActRig({ devices: [bound()] });
    const { commands } = rig.core.acts;
    const before: number[] = [];
    const request = (): PasswordRequest => ({
      command: 'ezvizUnbind',
      password: trainingPassword,
      isOverride: false,
      beforeSend: () => before.push(heard(rig, /^exchangecode/)),
    });
    const both = Promise.all([
      commands.command(rig.record(0), request()),
      commands.command(rig.record(0), request()),
    ]);
    await rig.wait(both);
    expect(before).toEqual([1, 2]);
  });
});

describe('a rogue host on the wire', () => {
  const address = '192.168.1.200';
  const mac = '44:47:cc:00:00:77';

  test.each([
    ['faster than the device', 1, {}, 'conflict'],
    [
      'while the device is silent',
      1,
      { acts: [{ act: 'silent-undone', on: ['exchangecode'] }] },
      'foreign-sender',
    ],
  ] as const)('that answers the exchange %s never gets a password block', async (...row) => {
    const [, delayMs, spec, kind] = row;
    for (const model of [older, newer]) {
      const rig = await createActRig({ devices: [bound({ mac, model, ...spec })] });
      const rogue = rig.fleet.addRogue({ mac, answers: 'exchangecode', delayMs, address });
      expect(await unbind(rig)).toMatchObject({ kind });
      await rig.clock.advance(30_000);
      expect(rogue.exchangesAnswered).toBe(1);
      expect(rogue.blocksHeard).toBe(0);
      expect(rogue.passwordsHeard).toEqual([]);
      expect(heard(rig, /Unbind/)).toBe(0);
    }
  });

  test('that also speaks for the device in discovery is noticed', async () => {
    const rig = await createActRig({ devices: [bound({ mac })] });
    const { network, clock } = rig;
    const own = rig.network.sent.length;
    expect(own).toBeGreaterThan(0);
    const inquiry = (fromAddress: string): void => {
      const text = `<?xml version="1.0"?><ProbeMatch><Uuid>X</Uuid><MAC>${mac}</MAC><Types>inquiry</Types><DeviceSN>${rig.device(0).serial}</DeviceSN><IPv4Address>192.168.1.70</IPv4Address></ProbeMatch>`;
      network.inject({ data: new TextEncoder().encode(text), fromAddress, adapterId: 'eth0' });
    };
    inquiry(address);
    await clock.advance(100);
    inquiry('192.168.1.70');
    await clock.advance(100);
    expect(await unbind(rig)).toMatchObject({ kind: 'foreign-sender' });
    expect(heard(rig, /./)).toBe(0);
  });
});
