import { describe, expect, test } from 'vitest';
import type { CaseStepId, RecoveryCase } from '../../main/contract/recovery.ts';
import { trainingPassword } from '../../main/simulator/account.ts';
import type { DeviceSpec } from '../../main/simulator/types.ts';
import { type ActRig, createActRig } from '../helpers/act-rig.ts';
import { createFakeClock } from '../helpers/fake-clock.ts';

const hour = 3_600_000;
const minute = 60_000;
const dome: DeviceSpec = { model: 'DS-2CD2143G2-I', address: '192.168.1.20', cloud: 'bound' };
const camera: DeviceSpec = { model: 'DS-2CD2385G1-I', address: '192.168.1.21' };

function state(view: RecoveryCase, id: CaseStepId): string | undefined {
  return view.steps.find((step) => step.id === id)?.state;
}

function open(rig: ActRig, kind: RecoveryCase['kind'], authorisedBy = 'Owner, in writing') {
  const { cases } = rig.core.recovery;
  return cases.open({ device: rig.id(0), kind, reason: 'password lost', authorisedBy });
}

function get(rig: ActRig, { id }: RecoveryCase): RecoveryCase {
  return rig.core.recovery.cases.get(id);
}

describe('scenario 19: the reset from the ladder', () => {
  test('closes by itself when the dome comes back inactive, and lists what is left', async () => {
    const rig = await createActRig({ devices: [dome, camera] });
    const { cases } = rig.core.recovery;
    const opened = open(rig, 'reset-button');
    expect(rig.core.registry.row(rig.id(0))?.openCase).toBe('reset-button');
    cases.watch({ id: opened.id, isOn: true });
    await rig.clock.advance(12_000);
    expect(get(rig, opened).watch.state).toBe('armed');
    rig.fleet.factoryReset(rig.device(0), rig.clock.now());
    await rig.clock.advance(30_000);
    expect(get(rig, opened).watch.state).toBe('gone');
    await rig.clock.advance(90_000);
    const done = get(rig, opened);
    expect([done.state, done.outcome, done.watch.state]).toEqual([
      ...['done', 'reset-verified', 'reset-seen'],
    ]);
    for (const id of ['gone', 'back', 'restarted', 'inactive'] as const) {
      expect([id, state(done, id)]).toEqual([id, 'done']);
    }
    expect(done.warnings.map(({ code }) => code)).toContain('cloud-unknown');
    expect([state(done, 'configured-again'), state(done, 'activated-again')]).toEqual([
      ...['todo', 'todo'],
    ]);
    expect(rig.core.registry.row(rig.id(0))?.openCase).toBeNull();
    const names = rig.events.flatMap(({ name, payload }) =>
      name === 'cases.changed' ? [(payload as RecoveryCase).watch.state] : [],
    );
    expect([...new Set(names)]).toEqual(['off', 'armed', 'gone', 'reset-seen']);
    const lines = rig.core.acts.audit.list({ limit: 50 }).lines;
    expect(lines.filter(({ what }) => what.startsWith('case.')).length).toBeGreaterThan(3);
  });

  test('what is left to do is ticked by itself when it is seen', async () => {
    const rig = await createActRig({ devices: [dome] });
    const opened = open(rig, 'reset-button');
    rig.core.recovery.cases.watch({ id: opened.id, isOn: true });
    rig.fleet.factoryReset(rig.device(0), rig.clock.now());
    await rig.clock.advance(120_000);
    rig.fleet.setActivated(rig.device(0), true);
    for (let round = 0; round < 4; round += 1) {
      await rig.wait(rig.core.discovery.probe());
      await rig.clock.advance(6000);
    }
    const done = get(rig, opened);
    expect([done.outcome, state(done, 'activated-again')]).toEqual(['reset-verified', 'done']);
  });

  test('a power cut that is no reset leaves the case open and says so', async () => {
    const rig = await createActRig({ devices: [dome] });
    const opened = open(rig, 'reset-button');
    rig.core.recovery.cases.watch({ id: opened.id, isOn: true });
    await rig.clock.advance(5000);
    rig.fleet.reboot(rig.device(0), rig.clock.now());
    await rig.clock.advance(120_000);
    expect(get(rig, opened)).toMatchObject({ outcome: null, watch: { state: 'not-reset' } });
    // Held longer the second time.
    rig.fleet.factoryReset(rig.device(0), rig.clock.now());
    await rig.clock.advance(120_000);
    expect(get(rig, opened).outcome).toBe('reset-verified');
  });

  test('the time to watch ends without a verdict', async () => {
    const rig = await createActRig({ devices: [dome] });
    const opened = open(rig, 'reset-button');
    rig.core.recovery.cases.watch({ id: opened.id, isOn: true, minutes: 2 });
    await rig.clock.advance(3 * minute);
    expect(get(rig, opened)).toMatchObject({ outcome: null, watch: { state: 'timeout' } });
  });

  test('nobody allowed it: the watch is not begun', async () => {
    const rig = await createActRig({ devices: [dome] });
    const { cases } = rig.core.recovery;
    const opened = open(rig, 'reset-button', '');
    expect(() => cases.watch({ id: opened.id, isOn: true })).toThrow('case.needs-authorisation');
    cases.edit({ id: opened.id, authorisedBy: 'Ms Rossi, by e-mail' });
    expect(cases.watch({ id: opened.id, isOn: true }).watch.state).toBe('armed');
  });
});

describe('scenario 21: the request of 24 hours', () => {
  const morning = Date.UTC(2026, 4, 4, 10, 0, 0);

  test('half an hour left the next day, then expired, then sent again', async () => {
    const clock = createFakeClock(morning);
    const rig = await createActRig({ devices: [dome], clock });
    const { cases } = rig.core.recovery;
    const opened = open(rig, 'portal-reset');
    cases.step({ id: opened.id, step: 'versions-checked', state: 'done' });
    clock.jump(morning);
    const sent = cases.step({ id: opened.id, step: 'request-sent', state: 'done' });
    const [deadline] = sent.deadlines;
    expect(deadline).toMatchObject({ id: 'portal-request', at: morning + 24 * hour });
    clock.jump(morning + 23.5 * hour);
    await clock.advance(1000);
    expect((deadline?.at ?? 0) - (clock.now() - 1000)).toBe(30 * minute);
    expect(get(rig, opened).state).not.toBe('expired');
    expect(cases.reminders().map(({ level }) => level)).toEqual(['warn']);
    clock.jump(morning + 24 * hour + minute);
    await clock.advance(1000);
    expect(get(rig, opened).state).toBe('expired');
    expect(cases.reminders().map(({ level }) => level)).toEqual(['warn', 'over']);
    const again = cases.sendAgain(opened.id);
    expect([again.state === 'expired', state(again, 'owner-agreed')]).toEqual([false, 'todo']);
    expect(again.deadlines).toMatchObject([{ at: clock.now() + 24 * hour, isOver: false }]);
    expect(cases.reminders()).toEqual([]);
  });
});

describe('scenario 22: the reset file and the restart', () => {
  test('another start than at the export warns that the answer may be void', async () => {
    const rig = await createActRig({ devices: [dome] });
    const { cases } = rig.core.recovery;
    const opened = open(rig, 'reset-file');
    cases.step({ id: opened.id, step: 'file-exported', state: 'done' });
    expect(get(rig, opened).deadlines.map(({ id }) => id)).toEqual(['file-warn', 'file-expire']);
    const from = rig.core.registry.row(rig.id(0))?.bootTime;
    await rig.wait(rig.core.discovery.probe());
    await rig.clock.advance(2000);
    expect(get(rig, opened).warnings).toEqual([]);
    rig.fleet.reboot(rig.device(0), rig.clock.now());
    await rig.clock.advance(120_000);
    await rig.wait(rig.core.discovery.probe());
    await rig.clock.advance(2000);
    expect(get(rig, opened).warnings).toMatchObject([
      { code: 'restarted-since-export', params: { from } },
    ]);
    cases.step({ id: opened.id, step: 'file-exported', state: 'done' });
    expect(get(rig, opened).warnings.map(({ code }) => code)).toContain('exported-again');
  });
});

describe('the start that a request belongs to', () => {
  const restart = async (rig: ActRig) => {
    rig.fleet.reboot(rig.device(0), rig.clock.now());
    await rig.clock.advance(120_000);
    await rig.wait(rig.core.discovery.probe());
    await rig.clock.advance(2000);
  };
  const codes = (view: RecoveryCase) => view.warnings.map(({ code }) => code);

  test('a request made elsewhere while the device was not heard is not called void', async () => {
    const rig = await createActRig({ devices: [dome] });
    const { cases } = rig.core.recovery;
    const opened = open(rig, 'reset-file');
    // It restarts unheard; then the vendor's own tool exports, and a person ticks that.
    rig.fleet.powerOff(rig.device(0));
    await rig.clock.advance(10 * minute);
    cases.step({ id: opened.id, step: 'file-exported', state: 'done' });
    rig.fleet.powerOn(rig.device(0), rig.clock.now());
    await rig.clock.advance(120_000);
    await rig.wait(rig.core.discovery.probe());
    await rig.clock.advance(2000);
    expect(codes(get(rig, opened))).toEqual([]);
    // From here on its start is known.
    await restart(rig);
    expect(codes(get(rig, opened))).toEqual(['restarted-since-export']);
  });

  test('the portal’s request is the cloud’s own; a restart says nothing of it', async () => {
    const rig = await createActRig({ devices: [dome] });
    const { cases } = rig.core.recovery;
    const opened = open(rig, 'portal-reset');
    cases.step({ id: opened.id, step: 'request-sent', state: 'done' });
    const mail = open(rig, 'email-code');
    cases.step({ id: mail.id, step: 'code-asked', state: 'done' });
    await restart(rig);
    expect(codes(get(rig, opened))).toEqual([]);
    expect(codes(get(rig, mail))).toEqual(['restarted-since-export']);
  });
});

describe('scenario 23: restore to inactive', () => {
  test('the case is opened by the job, and closed by what is seen', async () => {
    const rig = await createActRig({ devices: [camera] });
    const job = await rig.core.acts.provisioning.restoreInactive(
      { id: rig.id(0), confirmSerial: rig.device(0).serial.slice(-4), secrets: {} },
      { all: trainingPassword },
    );
    const ended = await rig.ended(job.id);
    expect(ended.items[0]?.verdict).toBe('verified');
    const [found] = rig.core.recovery.cases.list({ device: rig.id(0), limit: 10 });
    expect(found).toMatchObject({
      ...{ kind: 'software-reset', variant: 'restore-inactive', jobId: job.id },
      ...{ state: 'done', outcome: 'reset-verified' },
    });
  });
});

describe('several resets of one device', () => {
  test('the case follows the newest one, and no reread of an older one leads it back', async () => {
    const rig = await createActRig({ devices: [camera] });
    const { cases } = rig.core.recovery;
    const device = rig.id(0);
    const first = cases.resetStarted({ device, variant: 'default', jobId: 'job-1' });
    const second = cases.resetStarted({ device, variant: 'default', jobId: 'job-2' });
    expect([second.id, get(rig, first).jobId]).toEqual([first.id, 'job-2']);
    const reread = { device, variant: 'default', isReread: true } as const;
    expect(cases.resetStarted({ ...reread, jobId: 'job-1' }).id).toBe(first.id);
    expect(get(rig, first).jobId).toBe('job-2');

    const other = cases.resetStarted({ device, variant: 'restore', jobId: 'job-3' });
    expect(get(rig, first)).toMatchObject({ jobId: 'job-2', outcome: 'no-longer-needed' });
    expect(get(rig, other)).toMatchObject({ jobId: 'job-3', outcome: null, variant: 'restore' });
    // Its own case is over: the reread finds that one, not the open one of the newer reset.
    expect(cases.resetStarted({ ...reread, jobId: 'job-2' }).id).toBe(first.id);
    expect(cases.list({ device, isOpen: true, limit: 10 }).map(({ id }) => id)).toEqual([other.id]);
    const lines = rig.core.acts.audit.list({ limit: 50 }).lines;
    expect(lines.filter(({ what }) => what === 'case.job finished')).toHaveLength(1);
  });
});

describe('a device with two claimants', () => {
  test('is never closed by itself', async () => {
    const rig = await createActRig({ devices: [dome, camera] });
    const opened = open(rig, 'reset-button');
    rig.core.recovery.cases.watch({ id: opened.id, isOn: true });
    const row = rig.core.registry.row(rig.id(0));
    rig.core.recovery.onSighting({
      ...{ source: 'sadp', adapter: null, at: rig.clock.now(), fromAddress: '192.168.1.77' },
      facts: {
        ...{ serial: row?.serial ?? null, mac: '58:50:ed:99:99:99', activated: false },
        ...{ bootTime: '2026-02-01T00:00:00', ipv4Address: '192.168.1.64' },
      },
    });
    rig.fleet.factoryReset(rig.device(0), rig.clock.now());
    await rig.clock.advance(150_000);
    const view = get(rig, opened);
    expect([view.outcome, view.warnings[0]?.code]).toEqual([null, 'same-identity-twice']);
  });
});

describe('what a person does', () => {
  test('one open case of a kind, evidence for a verified outcome, and a way back', async () => {
    const rig = await createActRig({ devices: [dome] });
    const { cases } = rig.core.recovery;
    const opened = open(rig, 'owner-unbind');
    expect(() => open(rig, 'owner-unbind')).toThrow('case.already-open');
    expect(() => cases.close({ id: opened.id, outcome: 'unbound-verified' })).toThrow(
      'case.needs-evidence',
    );
    const closed = cases.close({ id: opened.id, outcome: 'told-by-person', note: 'by phone' });
    expect([closed.state, closed.notes[0]?.text]).toEqual(['done', 'by phone']);
    expect(() => cases.close({ id: opened.id, outcome: 'gave-up' })).toThrow('case.closed');
    expect(cases.reopen(opened.id).state).toBe('open');
    expect(() => cases.step({ id: opened.id, step: 'gone', state: 'done' })).toThrow(
      'case.no-such-step',
    );
    for (const step of ['owner-told', 'unbind-tapped', 'bind-read'] as const) {
      cases.step({ id: opened.id, step, state: 'done' });
    }
    expect(get(rig, opened)).toMatchObject({ state: 'done', outcome: 'told-by-person' });
  });

  test('a device that reads "not bound" after the owner deleted it closes as verified', async () => {
    const rig = await createActRig({
      devices: [{ model: 'DS-7732NXI-K4', address: '192.168.1.22', cloud: 'bound' }],
    });
    expect(rig.core.registry.row(rig.id(0))?.cloudBound).toBe(true);
    const opened = open(rig, 'owner-unbind');
    rig.fleet.setCloud(rig.device(0), 'on');
    for (let round = 0; round < 4; round += 1) {
      await rig.wait(rig.core.discovery.probe());
      await rig.clock.advance(6000);
    }
    const view = get(rig, opened);
    const told = rig.core.registry.row(rig.id(0))?.cloudBound;
    expect([told, view.outcome]).toEqual([false, 'unbound-verified']);
  });

  test('files are kept as they came, and the label is compared with the scan', async () => {
    const rig = await createActRig({ devices: [dome] });
    const { cases } = rig.core.recovery;
    const opened = open(rig, 'reset-file');
    const base64 = Buffer.from('a photo').toString('base64');
    const photo = { id: opened.id, kind: 'label-photo', name: 'l.jpg', mediaType: 'image/jpeg' };
    const label = { ...photo, kind: 'label-photo', base64 } as const;
    const wrong = cases.attach({ ...label, serialOnLabel: 'DS-7608NI0120200101AAWR99999999' });
    expect(wrong.warnings.map(({ code }) => code)).toEqual(['serial-differs']);
    const right = cases.attach({ ...label, serialOnLabel: rig.device(0).serial });
    expect([right.warnings, state(right, 'label-checked')]).toEqual([[], 'done']);
    const [first] = right.attachments;
    expect(first).toMatchObject({ bytes: 7, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(cases.attachment({ id: opened.id, attachment: first?.id ?? '' }).base64).toBe(base64);
    expect(() => cases.attach({ ...label, base64: '%%%%' })).toThrow('case.attachment-bad');
  });
});
