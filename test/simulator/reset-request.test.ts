import { describe, expect, test } from 'vitest';
import type { RecoveryCase } from '../../main/contract/recovery.ts';
import { vendorAnswer } from '../../main/simulator/handlers/reset.ts';
import type { DeviceSpec } from '../../main/simulator/types.ts';
import { type ActRig, createActRig } from '../helpers/act-rig.ts';

const camera30: DeviceSpec = { model: 'DS-2CD2385G1-I', address: '192.168.1.20' };
const camera31: DeviceSpec = { model: 'DS-2CD2143G2-I', address: '192.168.1.21' };
const fresh = 'Neues-Wort7';

async function rigWithCase(
  spec: DeviceSpec,
  variant: string | null,
): Promise<{ rig: ActRig; opened: RecoveryCase }> {
  const rig = await createActRig({ devices: [spec] });
  const opened = rig.core.recovery.cases.open({
    ...{ device: rig.id(0), kind: 'reset-file', reason: 'lost', authorisedBy: 'Owner, in writing' },
    ...(variant === null ? {} : { variant }),
  });
  return { rig, opened };
}

function answerOf(rig: ActRig): string {
  return vendorAnswer(rig.device(0).state) ?? '';
}

function asFile(text: string): string {
  return Buffer.from(text).toString('base64');
}

function step(view: RecoveryCase, id: RecoveryCase['steps'][number]['id']) {
  return view.steps.find((one) => one.id === id);
}

async function failure(promise: Promise<unknown>): Promise<string> {
  return await promise.then(
    () => 'it went well',
    (error: unknown) => String(error),
  );
}

describe('request out, answer back', () => {
  test.each([
    ['3.0 by file', camera30, 'file'],
    ['3.0 by code', camera30, 'code'],
    ['3.0 by encrypted code', { ...camera30, told: { codeEncrypt: 'true' } }, 'code'],
    ['3.0 by QR', camera30, 'qr'],
    ['3.1 by file', camera31, 'file'],
    ['as the device says', camera30, null],
  ] as const)('%s ends with a login that works', async (_name, spec, variant) => {
    const { rig, opened } = await rigWithCase(spec, variant);
    const { id } = opened;
    const out = await rig.wait(rig.core.resetRequest.export({ id }));
    expect(step(out, 'file-exported')?.state).toBe('done');
    expect(out.deadlines.map((one) => one.id)).toEqual(['file-warn', 'file-expire']);
    const [request] = out.attachments;
    const kept = rig.core.recovery.cases.attachment({ id, attachment: request?.id ?? '' });
    const text = Buffer.from(kept.base64, 'base64').toString();
    expect(text).toContain(rig.device(0).state.resetRequest?.text);
    expect(text).toContain(rig.device(0).serial);
    expect(out.attachments.some(({ kind }) => kind === 'qr')).toBe(variant === 'qr');
    const isTyped = variant === 'code' || variant === 'qr';
    const brought = isTyped ? { code: answerOf(rig) } : { fileBase64: asFile(answerOf(rig)) };
    const done = await rig.wait(
      rig.core.resetRequest.apply({
        ...{ id, ...brought, newPassword: { all: fresh }, isForChannels: false },
      }),
    );
    expect(step(done, 'answer-applied')?.state).toBe('done');
    expect(step(out, 'file-exported')?.told?.code).toBe('exported');
    expect(step(done, 'answer-applied')?.told?.code).toBe('reset-taken');
    expect(step(done, 'login-proven')).toMatchObject({ state: 'done', by: 'app' });
    expect([done.state, done.outcome]).toEqual(['done', 'password-proven']);
    // Neither the new password nor a typed code is in what is kept.
    expect(JSON.stringify(done)).not.toContain(fresh);
    if (isTyped) expect(JSON.stringify(done)).not.toContain('SIM-ANSWER');
  });

  test('scenario 22: after a restart the answer is only tried by an explicit word', async () => {
    const { rig, opened } = await rigWithCase(camera30, 'file');
    const { id } = opened;
    await rig.wait(rig.core.resetRequest.export({ id }));
    const fileBase64 = asFile(answerOf(rig));
    rig.fleet.reboot(rig.device(0), rig.clock.now());
    await rig.clock.advance(120_000);
    const given = { id, fileBase64, newPassword: { all: fresh }, isForChannels: false };
    expect(await failure(rig.wait(rig.core.resetRequest.apply(given)))).toContain(
      'recovery.restarted',
    );
    const anyway = rig.core.resetRequest.apply({ ...given, override: 'TRY ANYWAY' });
    expect(await failure(rig.wait(anyway))).toContain('recovery.answer-void');
    const view = rig.core.recovery.cases.get(id);
    expect(step(view, 'answer-applied')).toMatchObject({ state: 'failed' });
    // A new export belongs to the new start; it makes everything after it open again, and says so.
    const again = await rig.wait(rig.core.resetRequest.export({ id }));
    expect(again.warnings.map(({ code }) => code)).toContain('exported-again');
    expect(step(again, 'answer-applied')?.state).toBe('todo');
    const right = asFile(answerOf(rig));
    const done = await rig.wait(rig.core.resetRequest.apply({ ...given, fileBase64: right }));
    expect(done.outcome).toBe('password-proven');
  });

  test('a wrong answer is named, and the same one is not sent twice', async () => {
    const { rig, opened } = await rigWithCase(camera30, 'code');
    const { id } = opened;
    await rig.wait(rig.core.resetRequest.export({ id }));
    const given = { id, code: 'WRONG', newPassword: { all: fresh }, isForChannels: false };
    expect(await failure(rig.wait(rig.core.resetRequest.apply(given)))).toContain('answer-wrong');
    const heard = rig.device(0).commandsHeard.length;
    expect(await failure(rig.wait(rig.core.resetRequest.apply(given)))).toContain('same-answer');
    expect(rig.device(0).commandsHeard.length).toBe(heard);
  });

  test('a clock of this computer that was set back hides no restart, a new request ends the warning', async () => {
    const { rig, opened } = await rigWithCase(camera30, 'file');
    const { id } = opened;
    await rig.wait(rig.core.resetRequest.export({ id }));
    const fileBase64 = asFile(answerOf(rig));
    rig.clock.jump(rig.clock.now() - 5 * 3_600_000);
    rig.fleet.reboot(rig.device(0), rig.clock.now());
    await rig.clock.advance(120_000);
    const given = { id, fileBase64, newPassword: { all: fresh }, isForChannels: false };
    const heard = rig.device(0).commandsHeard.length;
    expect(await failure(rig.wait(rig.core.resetRequest.apply(given)))).toContain(
      'recovery.restarted',
    );
    expect(rig.device(0).commandsHeard.length).toBe(heard);
    const again = await rig.wait(rig.core.resetRequest.export({ id }));
    expect(again.warnings.map(({ code }) => code)).not.toContain('restarted-since-export');
    const right = asFile(answerOf(rig));
    const done = await rig.wait(rig.core.resetRequest.apply({ ...given, fileBase64: right }));
    expect(done.outcome).toBe('password-proven');
  });

  test('each wrong answer stays known; one that a lock stopped may come again', async () => {
    const { rig, opened } = await rigWithCase({ ...camera30, maxAttempts: 9 }, 'code');
    const { id } = opened;
    await rig.wait(rig.core.resetRequest.export({ id }));
    const apply = (code: string) =>
      failure(
        rig.wait(
          rig.core.resetRequest.apply({
            ...{ id, code, newPassword: { all: fresh }, isForChannels: false },
          }),
        ),
      );
    expect(await apply('WRONG-A')).toContain('answer-wrong');
    expect(await apply('WRONG-B')).toContain('answer-wrong');
    const heard = rig.device(0).commandsHeard.length;
    expect(await apply('WRONG-A')).toContain('same-answer');
    expect(rig.device(0).commandsHeard.length).toBe(heard);
    const { lock } = rig.device(0).state;
    Object.assign(lock, { until: rig.clock.now() + 60_000 });
    expect(await apply(answerOf(rig))).toContain('recovery.locked');
    await rig.clock.advance(40 * 60_000);
    expect(await apply(answerOf(rig))).toBe('it went well');
  });

  test('what is not known is not guessed: a typed code at 3.1', async () => {
    const { rig, opened } = await rigWithCase(camera31, 'code');
    const { id } = opened;
    await rig.wait(rig.core.resetRequest.export({ id }));
    const given = { id, code: answerOf(rig), newPassword: { all: fresh }, isForChannels: false };
    expect(await failure(rig.wait(rig.core.resetRequest.apply(given)))).toContain('not-supported');
  });

  test('refused before anything is sent', async () => {
    const { rig, opened } = await rigWithCase(camera30, 'code');
    const { id } = opened;
    const { cases } = rig.core.recovery;
    const apply = (more: object) =>
      failure(rig.wait(rig.core.resetRequest.apply({ id, isForChannels: false, ...more })));
    expect(await apply({ newPassword: { all: fresh } })).toContain('needs-answer');
    expect(await apply({ code: 'X' })).toContain('needs-password');
    expect(await apply({ code: 'X', newPassword: { all: 'short' } })).toContain('weak-password');
    expect(await apply({ fileBase64: '%%', newPassword: { all: fresh } })).toContain('bad-file');
    const button = cases.open({
      ...{ device: rig.id(0), kind: 'email-code', reason: '', authorisedBy: 'Owner' },
    });
    const other = rig.core.resetRequest.export({ id: button.id });
    expect(await failure(rig.wait(other))).toContain('wrong-kind');
    expect(rig.device(0).state.resetRequest).toBeNull();
  });

  test('nobody allowed it: nothing is asked', async () => {
    const rig = await createActRig({ devices: [camera30] });
    const { cases } = rig.core.recovery;
    const device = rig.id(0);
    const { id } = cases.open({ device, kind: 'reset-file', reason: '', authorisedBy: '' });
    const asked = failure(rig.wait(rig.core.resetRequest.export({ id })));
    expect(await asked).toContain('case.needs-authorisation');
  });

  test('a device that is off is told as such', async () => {
    const { rig, opened } = await rigWithCase(camera30, 'code');
    rig.fleet.powerOff(rig.device(0));
    const asked = failure(rig.wait(rig.core.resetRequest.export({ id: opened.id })));
    expect(await asked).toContain('recovery.no-answer');
  });
});
