import { describe, expect, test } from 'vitest';
import { jobKinds, verdicts } from '../../../main/contract/job.ts';
import { locales } from '../../../main/contract/settings.ts';
import { texts } from '../../../main/contract/text/index.ts';
import { isWell, jobExitCode } from '../../../main/host/cli/acts/job-exit.ts';
import { actJson } from '../../../main/host/cli/acts/job-json.ts';
import { jobText, linesText } from '../../../main/host/cli/acts/job-text.ts';
import { aContext } from './some-context.ts';
import { aJob, aLine, anItem, aRef } from './some-job.ts';

const now = 1_700_000_002_000;

describe('the end of a run as a person reads it', () => {
  test.each(locales)('has the words of every verdict in %s', (locale) => {
    const items = verdicts.map((verdict) => anItem({ verdict, reason: 'denied' }));
    const shown = linesText(aContext({ locale }), items, now);
    for (const verdict of verdicts) expect(shown).toContain(texts[locale].verdicts[verdict]);
  });

  test('says once what several devices have in common, with each of them', () => {
    const silent = { verdict: 'no-answer', reason: 'offline' } as const;
    const items = [
      anItem({ ...silent, device: aRef({ id: 'a', shortSerial: '111111111' }) }),
      anItem({ device: aRef({ id: 'b', shortSerial: '222222222' }) }),
      anItem({ ...silent, device: aRef({ id: 'c', name: 'Yard' }) }),
    ];
    const shown = linesText(aContext(), items, now);
    expect(shown).toContain('No answer (2)');
    expect(shown.split(texts.en.reasons.offline.what)).toHaveLength(2);
    expect(shown).toContain('  111111111, Yard');
    expect(shown).toContain('Devices: 3. No answer 2 · Verified 1.');
  });

  test('says nothing more of what went well', () => {
    const shown = linesText(aContext(), [anItem()], now);
    expect(shown).not.toContain(texts.en.reasons['read-back'].what);
  });

  test('shows tries left, zero too, and the minutes of a lock', () => {
    const items = [
      anItem({ verdict: 'wrong-password', reason: 'wrong-password', attemptsLeft: 0 }),
      anItem({ verdict: 'locked', reason: 'locked', lockedUntil: now + 25 * 60_000 }),
    ];
    const shown = linesText(aContext(), items, now);
    expect(shown).toMatch(/Wrong password\s+0/);
    expect(shown).toContain('25 min');
    expect(shown).toContain('Tries left: 0.');
  });

  test('shows the new address beside the old one', () => {
    const values = { ...emptyValues, ipv4Address: '192.168.1.64' };
    const item = anItem({ before: values, after: { ...values, ipv4Address: '192.168.1.70' } });
    expect(linesText(aContext(), [item], now)).toMatch(/192\.168\.1\.64\s+192\.168\.1\.70/);
  });

  test('lets no control character of a device through', () => {
    const item = anItem({
      device: aRef({ name: 'x\u001b[2Jy' }),
      verdict: 'unknown',
      reason: 'unknown-result',
      rawResult: '\u001b]0;pwn\u0007',
      evidence: [{ at: now, text: 'heard \u001b[31m' }],
    });
    const job = aJob({ items: [item] });
    const shown = jobText(aContext(), job, { now, hasEvidence: true });
    expect(shown).not.toContain('\u001b');
    expect(shown).not.toContain('\u0007');
  });

  test('counts a device that is ready in a pre-flight', () => {
    const lines = [aLine(), aLine({ light: 'stop', verdict: 'already', reason: 'not-bound' })];
    const shown = linesText(aContext(), lines, now);
    expect(shown).toContain('Devices: 2. Ready 1 · Already so 1.');
  });

  test('says what a device goes with caution for', () => {
    const shown = linesText(aContext(), [aLine({ light: 'caution', reason: 'panel' })], now);
    expect(shown).toContain('With caution (1)');
    expect(shown).toContain(texts.en.reasons.panel.what);
  });

  describe('that was stopped early', () => {
    const refused = anItem({ verdict: 'wrong-password', reason: 'wrong-password' });
    const untried = (count: number) =>
      Array.from({ length: count }, (_, index) =>
        anItem({
          ...{ verdict: 'skipped', reason: 'group-stopped', startedAt: null },
          device: aRef({ id: `u${index}` }),
          params: { device: '645839021' },
        }),
      );

    test.each(locales)(
      'says in %s what stopped it, how many were not tried, and what to do',
      (locale) => {
        const shown = linesText(aContext({ locale }), [refused, ...untried(36)], now);
        const end = shown.slice(shown.lastIndexOf(texts[locale].jobStop.title));
        expect(end).toContain(texts[locale].jobStop.password.next);
        expect(end).toMatch(/: 1\. .*: 36\. .*645839021\./);
        expect(end).not.toContain('{{');
      },
    );

    test('by a change that was not confirmed speaks of no password', () => {
      const open = anItem({ verdict: 'accepted', reason: 'not-applied' });
      const shown = linesText(aContext(), [open, ...untried(2)], now);
      expect(shown).toContain(texts.en.jobStop.unconfirmed.next);
      expect(shown).not.toContain(texts.en.jobStop.password.next);
    });

    test('a wrong password that stopped nobody is no early stop', () => {
      expect(linesText(aContext(), [refused, anItem()], now)).not.toContain(texts.en.jobStop.title);
    });
  });

  test.each(locales)('stays within 80 columns of a terminal in %s, words whole', (locale) => {
    const context = { ...aContext({ locale }), terminal: { hasColour: false, columns: 80 } };
    const items = verdicts.map((verdict, index) =>
      anItem({ verdict, reason: 'group-stopped', device: aRef({ id: `w${index}` }) }),
    );
    const lines = linesText(context, items, now).split('\n');
    expect(lines.filter((line) => line.length > 80)).toEqual([]);
  });

  test('tells how to put back what can be put back', () => {
    const options = { now, hasEvidence: false };
    expect(jobText(aContext(), aJob({ canUndo: true }), options)).toContain(
      'untether network undo c0ffee01',
    );
    expect(jobText(aContext(), aJob(), options)).not.toContain('network undo');
  });
});

const emptyValues = {
  ipv4Address: null,
  ipv4Mask: null,
  ipv4Gateway: null,
  dhcpEnabled: null,
  commandPort: null,
  httpPort: null,
  sdkOverTlsPort: null,
  ipv6Address: null,
  ipv6Gateway: null,
  ipv6Prefix: null,
};

describe('the exit code of a run', () => {
  test.each(verdicts)('%s alone', (verdict) => {
    const expected = verdict === 'verified' || verdict === 'already' ? 0 : 1;
    expect(jobExitCode(aJob({ items: [anItem({ verdict })] }))).toBe(expected);
  });

  test('is 1 when one of many did not succeed, and when one has no verdict yet', () => {
    const items = [anItem(), anItem({ verdict: 'refused' }), anItem()];
    expect(jobExitCode(aJob({ items }))).toBe(1);
    expect(
      jobExitCode(aJob({ items: [anItem({ verdict: null, state: 'waiting-internet' })] })),
    ).toBe(1);
  });

  test('takes "accepted" for well only where no reading can prove more', () => {
    const kinds = jobKinds.filter((kind) => isWell(kind, 'accepted'));
    expect(kinds).toEqual(['verification-code', 'locate']);
  });
});

describe('a run in --json', () => {
  test('has ISO times everywhere, and what a reason carries as it is', () => {
    const item = anItem({
      lockedUntil: now,
      evidence: [{ at: now, text: 'x' }],
      params: { at: 5, minutes: 25 },
    });
    expect(actJson(aJob({ items: [item] }))).toMatchObject({
      startedAt: '2023-11-14T22:13:20.000Z',
      endedAt: '2023-11-14T22:13:22.000Z',
      items: [
        {
          lockedUntil: '2023-11-14T22:13:22.000Z',
          evidence: [{ at: '2023-11-14T22:13:22.000Z', text: 'x' }],
          params: { at: 5, minutes: 25 },
          attemptsLeft: null,
        },
      ],
    });
  });

  test('keeps an end that is not there as null', () => {
    expect(actJson(aJob({ endedAt: null }))).toMatchObject({ endedAt: null });
  });
});
