import { describe, expect, test } from 'vitest';
import type { DeviceId } from '../../../main/contract/device.ts';
import { type AppRig, createAppRig } from '../../helpers/app-rig.ts';

async function rigWithDevice(): Promise<{ rig: AppRig; device: DeviceId }> {
  const rig = createAppRig({ devices: [{ model: 'DS-2CD2143G2-I', address: '192.168.1.20' }] });
  await rig.ask('discovery.probe', {});
  await rig.clock.advance(3000);
  const { rows } = await rig.ask('devices.snapshot', {});
  return { rig, device: rows[0]?.id ?? ('none' as DeviceId) };
}

describe('cases over the door', () => {
  test('every answer fits the contract, and listeners are told', async () => {
    const { rig, device } = await rigWithDevice();
    const opened = await rig.ask('cases.open', {
      ...{ device, kind: 'reset-file', reason: 'lost', authorisedBy: 'Owner' },
    });
    const { id } = opened;
    expect(await rig.ask('cases.get', { id })).toEqual(opened);
    await rig.ask('cases.step', { id, step: 'file-exported', state: 'done', note: 'to D:' });
    await rig.ask('cases.edit', { id, fields: { caseNumber: '4711' }, note: 'called support' });
    const at = rig.clock.now() + 1000;
    await rig.ask('cases.setDeadline', { id, deadline: 'file-expire', at });
    await rig.ask('cases.watch', { id, isOn: true, minutes: 5 });
    await rig.ask('cases.watch', { id, isOn: false });
    const attached = await rig.ask('cases.attach', {
      ...{ id, kind: 'reset-answer', name: 'a.xml', mediaType: 'application/xml', base64: 'AAEC' },
    });
    const attachment = attached.attachments[0]?.id ?? '';
    const file = await rig.ask('cases.attachment', { id, attachment });
    expect(file).toEqual({ name: 'a.xml', mediaType: 'application/xml', base64: 'AAEC' });
    await rig.clock.advance(3000);
    const { reminders } = await rig.ask('cases.reminders', {});
    expect(reminders.map(({ level }) => level)).toEqual(['warn', 'over']);
    for (const one of reminders) await rig.ask('cases.dismissReminder', { id: one.id });
    expect((await rig.ask('cases.get', { id })).state).toBe('expired');
    expect((await rig.ask('cases.sendAgain', { id })).state).not.toBe('expired');
    await rig.ask('cases.close', { id, outcome: 'void' });
    await rig.ask('cases.reopen', { id });
    const { cases } = await rig.ask('cases.list', { device, isOpen: true });
    expect(cases.map((one) => one.id)).toEqual([id]);
    expect((await rig.ask('recovery.ways', { id: device })).ways).toHaveLength(6);
    expect((await rig.ask('reset.card', { device })).family).toBe('dome');
    expect((await rig.ask('reset.card', { model: 'DS-KV6113-WPE1' })).family).toBe('door-station');
    const names = new Set(rig.events.map(({ name }) => name));
    expect([names.has('cases.changed'), names.has('reminders.changed')]).toEqual([true, true]);
    const row = (await rig.ask('devices.get', { id: device })).row;
    expect(row.openCase).toBe('reset-file');
    const { lines } = await rig.ask('audit.list', { limit: 100 });
    const written = lines.map(({ what }) => what);
    for (const what of ['open', 'step', 'edit', 'deadline', 'attach', 'close', 'reopen']) {
      expect(written).toContain(`case.${what} finished`);
    }
    await rig.api.close();
  });

  test.each([
    ['cases.get', { id: 'nobody' }, 'case.not-found'],
    ['reset.card', {}, 'case.no-card'],
    ['cases.dismissReminder', { id: 'x' }, 'case.reminder-not-found'],
    ['recovery.ways', { id: 'nobody' as DeviceId }, 'device.not-found'],
  ] as const)('%s with %j is refused as %s', async (method, input, code) => {
    const { rig } = await rigWithDevice();
    await expect(rig.ask(method, input as never)).rejects.toThrow(code);
    await rig.api.close();
  });

  const dayMs = 86_400_000;

  test('a deadline set by hand can be sent again although no step says that anything left', async () => {
    const { rig, device } = await rigWithDevice();
    const { id } = await rig.ask('cases.open', { device, kind: 'portal-reset' });
    await expect(rig.ask('cases.sendAgain', { id })).rejects.toThrow('case.nothing-sent');
    const at = rig.clock.now() + 1000;
    await rig.ask('cases.setDeadline', { id, deadline: 'portal-request', at });
    await expect(rig.ask('cases.sendAgain', { id })).rejects.toThrow('case.nothing-sent');
    await rig.clock.advance(3000);
    expect((await rig.ask('cases.get', { id })).state).toBe('expired');
    expect((await rig.ask('cases.reminders', {})).reminders.map(({ level }) => level)).toContain(
      'over',
    );
    const again = await rig.ask('cases.sendAgain', { id });
    expect(again.state).not.toBe('expired');
    expect(again.steps.find((step) => step.id === 'request-sent')?.state).toBe('done');
    expect(again.deadlines).toMatchObject([{ id: 'portal-request', isOver: false }]);
    expect(again.deadlines[0]?.at).toBeGreaterThan(rig.clock.now() + 23 * 3_600_000);
    // The banner of the old one goes at once, without being asked for.
    const told = rig.events.filter(({ name }) => name === 'reminders.changed').at(-1);
    expect(told?.payload).toMatchObject({ reminders: [] });
    expect((await rig.ask('cases.reminders', {})).reminders).toEqual([]);
    await rig.api.close();
  });

  test('support that does not answer is asked again; its number stays, its answer ends it', async () => {
    const { rig, device } = await rigWithDevice();
    const { id } = await rig.ask('cases.open', { device, kind: 'support-case' });
    await rig.ask('cases.step', { id, step: 'request-sent', state: 'done' });
    await rig.ask('cases.step', { id, step: 'case-number', state: 'done', note: '4711' });
    const until = rig.clock.now() + 1000;
    await rig.ask('cases.setDeadline', { id, deadline: 'answer', at: until });
    // Another one that runs is nobody's business when this one is asked about again.
    const later = until + 5 * dayMs;
    await rig.ask('cases.setDeadline', { id, deadline: 'file-expire', at: later });
    await rig.clock.advance(3000);
    expect((await rig.ask('cases.get', { id })).state).toBe('expired');
    const again = await rig.ask('cases.sendAgain', { id });
    expect(again.steps.find((step) => step.id === 'case-number')?.evidence).toBe('4711');
    expect(again.warnings).toEqual([]);
    expect(again.deadlines).toMatchObject([{ id: 'file-expire', at: later }, { id: 'answer' }]);
    rig.clock.jump(rig.clock.now() + 3 * dayMs);
    await rig.clock.advance(2000);
    expect((await rig.ask('cases.get', { id })).state).toBe('expired');
    // What is an answer in this kind of case ends the deadline, although it was named after another one.
    await rig.ask('cases.step', { id, step: 'answer-received', state: 'done' });
    await rig.clock.advance(2000);
    expect((await rig.ask('cases.get', { id })).state).not.toBe('expired');
    await rig.api.close();
  });

  test('deadlines follow the settings', async () => {
    const { rig, device } = await rigWithDevice();
    const { deadlines } = await rig.ask('settings.get', {});
    await rig.ask('settings.set', { deadlines: { ...deadlines, portalHours: 48 } });
    const { id } = await rig.ask('cases.open', { device, kind: 'portal-reset' });
    const sent = await rig.ask('cases.step', { id, step: 'request-sent', state: 'done' });
    expect((sent.deadlines[0]?.at ?? 0) - rig.clock.now()).toBeGreaterThan(47 * 3_600_000);
    await rig.api.close();
  });
});
