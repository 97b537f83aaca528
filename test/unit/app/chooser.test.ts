import { describe, expect, test } from 'vitest';
import type { DeviceId } from '../../../main/contract/device.ts';
import type { DeviceSpec } from '../../../main/simulator/types.ts';
import { type AppRig, type AppRigOptions, createAppRig } from '../../helpers/app-rig.ts';
import { createMemoryStore } from '../../helpers/memory-store.ts';

const recorder: DeviceSpec = { model: 'DS-7732NXI-K4', address: '192.168.1.22', cloud: 'bound' };

async function rigWith(
  spec: DeviceSpec,
  options: AppRigOptions = {},
): Promise<{ rig: AppRig; device: DeviceId }> {
  const rig = createAppRig({ ...options, devices: [spec] });
  await rig.ask('discovery.probe', {});
  await rig.clock.advance(3000);
  const { rows } = await rig.ask('devices.snapshot', {});
  return { rig, device: rows[0]?.id ?? ('none' as DeviceId) };
}

describe('the way to choose, over the door', () => {
  test('one question at a time, kept with who and when, and taken back', async () => {
    const operator = { user: 'ann', machine: 'laptop' };
    const { rig, device } = await rigWith(recorder, { config: { operator } });
    const first = await rig.ask('chooser.get', { device });
    expect(first.question?.id).toBe('goal');
    expect(first.facts).toContainEqual({ id: 'bound', value: true, source: 'device' });
    const next = await rig.ask('chooser.answer', { device, question: 'goal', answer: 'unbind' });
    expect(next.answers).toEqual([
      { question: 'goal', answer: 'unbind', at: rig.clock.now(), who: 'ann' },
    ]);
    expect(next.question?.id).not.toBe('goal');
    await rig.ask('chooser.answer', { device, question: 'recorder-menu', answer: 'gui-4' });
    const known = await rig.ask('chooser.answer', {
      ...{ device, question: 'has-admin-password', answer: 'yes' },
    });
    const menu = known.routes.find(({ route }) => route === 'recorder-menu');
    expect(menu).toMatchObject({
      ...{ state: 'open', caseKind: 'recorder-menu', guideId: 'recorder-local-menu' },
      because: [{ code: 'menu-4' }, { code: 'password-known' }],
    });
    const back = await rig.ask('chooser.answer', { device, question: 'goal', answer: null });
    expect(back.answers.map(({ question }) => question)).not.toContain('goal');
    const { lines } = await rig.ask('audit.list', { limit: 10 });
    expect(lines.filter(({ what }) => what === 'chooser.answer finished')).toHaveLength(4);
    await rig.api.close();
  });

  test('what the device says of its own ways stands with the field that says so', async () => {
    // A camera of the line before speaks of security questions and of no GUID file.
    const camera: DeviceSpec = { model: 'DS-2CD2385G1-I', address: '192.168.1.23' };
    const { rig, device } = await rigWith(camera);
    await rig.ask('chooser.answer', { device, question: 'goal', answer: 'password' });
    const lost = await rig.ask('chooser.answer', {
      ...{ device, question: 'has-admin-password', answer: 'no' },
    });
    const route = (name: string) => lost.routes.find((one) => one.route === name);
    expect(route('security-questions')).toMatchObject({
      state: 'open',
      because: [
        { code: 'device-says-yes', params: { fact: 'securityQuestions' } },
        { code: 'answers-unknown', params: {} },
      ],
    });
    expect(route('guid-file')).toMatchObject({
      state: 'untold',
      because: [{ code: 'device-does-not-say' }, { code: 'look-at-forgot-password' }],
    });
    expect(lost.facts).toContainEqual({ id: 'guid-file', value: null, source: 'device' });
    const held = await rig.ask('chooser.answer', {
      ...{ device, question: 'has-guid-file', answer: 'yes' },
    });
    expect(held.answers.map(({ question }) => question)).toContain('has-guid-file');
    expect(held.routes.find((one) => one.route === 'guid-file')?.state).toBe('open');
    await rig.api.close();
  });

  test('answers are there after a restart', async () => {
    const store = createMemoryStore();
    const { rig, device } = await rigWith(recorder, { store });
    await rig.ask('chooser.answer', { device, question: 'is-owner-reachable', answer: 'no' });
    const again = await rigWith(recorder, { store: { ...store, close: () => undefined } });
    const state = await again.rig.ask('chooser.get', { device: again.device });
    expect(state.answers).toMatchObject([{ question: 'is-owner-reachable', answer: 'no' }]);
    const owner = state.routes.find(({ route }) => route === 'owner-account');
    expect(owner).toMatchObject({ state: 'closed', because: [{ code: 'owner-not-reachable' }] });
  });

  test('an answer of another question is refused', async () => {
    const { rig, device } = await rigWith(recorder);
    await expect(
      rig.ask('chooser.answer', { device, question: 'goal', answer: 'gui-4' }),
    ).rejects.toThrow('chooser.no-such-answer');
    const nobody = 'nobody' as DeviceId;
    await expect(rig.ask('chooser.get', { device: nobody })).rejects.toThrow('device.not-found');
    await rig.api.close();
  });

  test('the look before an unbind is a fact: a device without the cloud needs Internet', async () => {
    const { rig, device } = await rigWith({ ...recorder, isCloudOnline: false });
    await rig.ask('jobs.preflight', { kind: 'unbind', ids: [device] });
    const state = await rig.ask('chooser.answer', { device, question: 'goal', answer: 'unbind' });
    expect(state.facts).toContainEqual({ id: 'cloud-online', value: false, source: 'run' });
    const lan = state.routes.find(({ route }) => route === 'lan');
    expect(lan).toMatchObject({ state: 'needs', because: [{ code: 'device-needs-internet' }] });
    await rig.api.close();
  });

  test('scenario 21: the message to send again is ready, in the owner’s language', async () => {
    const { rig, device } = await rigWith(recorder);
    const { id } = await rig.ask('cases.open', { device, kind: 'portal-reset' });
    await rig.ask('cases.step', { id, step: 'request-sent', state: 'done' });
    rig.clock.jump(rig.clock.now() + 24 * 3_600_000 + 60_000);
    await rig.clock.advance(2000);
    expect((await rig.ask('cases.get', { id })).state).toBe('expired');
    await rig.ask('cases.sendAgain', { id });
    const made = await rig.ask('messages.make', {
      ...{ message: 'portal-reset-again', locale: 'es', case: id, installer: 'Cámaras Sur' },
    });
    expect(made.text).toContain('Cámaras Sur');
    expect(made.text).toContain('DS-7732NXI-K4');
    expect(made.text).toMatch(/vale hasta/);
    await rig.api.close();
  });
});
