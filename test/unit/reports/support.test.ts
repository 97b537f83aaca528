import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { redact } from '../../../main/adapters/node/redact.ts';
import { scrubber } from '../../../main/services/support/scrub.ts';
import { findSecrets, shapesOf } from '../../helpers/find-secrets.ts';
import { finishedSite, savedPassword, secretsOfSite } from './rig.ts';

describe('the package for support', () => {
  test('is a ZIP of texts: story, facts, steps with verdicts, doctor, log', async () => {
    const rig = await finishedSite();
    await rig.wait(rig.core.doctor.run());
    const file = rig.core.papers.support.make({ locale: 'en', story: 'It would not unbind.' });
    const files = unzipSync(Buffer.from(file.base64, 'base64'));
    const text = (name: string) => Buffer.from(files[name] ?? []).toString();
    expect(Object.keys(files)).toHaveLength(7);
    expect(text('1-read-me.txt')).toContain('read it before you send it');
    expect(text('2-story.txt')).toContain('It would not unbind.');
    expect(text('3-versions.txt')).toContain('version: 1.2.3');
    expect(text('4-devices.txt')).toContain(rig.device(0).serial);
    expect(text('5-steps.txt')).toContain('[accepted/');
    expect(text('5-steps.txt')).toMatch(/sent|heard|getUnbind/i);
    expect(text('6-doctor.txt')).toContain('"adapters"');
    expect(text('7-log.txt')).toContain('Authorization');
  });

  test('has none of the secrets, whatever shape they were planted in', async () => {
    const rig = await finishedSite();
    const story = [
      ...secretsOfSite.flatMap((secret) => [...shapesOf(secret).values()].map(String)),
    ].join('\n');
    for (const ids of [undefined, [rig.id(0), rig.id(2)]]) {
      const file = rig.core.papers.support.make({ locale: 'it', story, ...(ids && { ids }) });
      const files = unzipSync(Buffer.from(file.base64, 'base64'));
      const places = Object.entries(files).map(([name, bytes]) => ({
        name,
        bytes: Buffer.from(bytes),
      }));
      expect(findSecrets(places, [savedPassword, 'the owner is difficult'])).toEqual([]);
    }
  });

  test('leaves out what is written in a note and in a case', async () => {
    const rig = await finishedSite();
    const file = rig.core.papers.support.make({ locale: 'en', story: '' });
    const files = unzipSync(Buffer.from(file.base64, 'base64'));
    const all = Object.values(files)
      .map((bytes) => Buffer.from(bytes).toString())
      .join('\n');
    for (const word of ['Safe.9-note', 'Ms Rossi', 'HK-4711', 'operator7'])
      expect(all).not.toContain(word);
    expect(all).toContain('Nothing was written.');
  });
});

describe('taking known secrets out', () => {
  test.each(['Plain.7secret', 'Lobby<7>&"x\\é', '    blanks 8'])('%j, in every shape', (secret) => {
    const scrub = scrubber([secret]);
    for (const [shape, bytes] of shapesOf(secret)) {
      if (shape === 'utf-16le') continue;
      const text = `before ${bytes.toString('utf8')} after`;
      expect([shape, scrub(text)]).toEqual([shape, 'before [redacted] after']);
    }
  });

  test('leaves the rest as it was', () => {
    expect(scrubber(['abc', 'longer'])('abc longe')).toBe('abc longe');
    expect(redact(scrubber(['Secret.1'])('DS-2CD2143G2-I20240101AAWRX12345678'))).toContain(
      'AAWRX12345678',
    );
  });
});
