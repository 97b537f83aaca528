import { describe, expect, test } from 'vitest';
import { caseEvidenceCodes } from '../../../../main/contract/recovery.ts';
import { locales } from '../../../../main/contract/settings.ts';
import { evidenceWords } from '../../../../renderer/src/features/cases/model/evidence.ts';
import { textIn } from '../panels/text-in.ts';

const params = {
  ...{ seconds: 20, activated: 'no', bootTime: '2026-11-20 08:00:00', address: '192.168.1.64' },
  ...{ from: '2026-11-19 08:00:00', to: null, verdict: 'accepted' },
  ...{ types: 'getencryptstring', print: '0a1b2c3d', note: 'recovery.answer-wrong' },
};

describe('what the tool saw', () => {
  test.each(locales)('in %s: each code has words, and every value stands in them', (locale) => {
    for (const code of caseEvidenceCodes) {
      const words = evidenceWords(textIn(locale), { told: { code, params }, evidence: 'raw' });
      expect(words).not.toMatch(/\{\{|raw|undefined|cases\/evidence/);
      expect(words).not.toBe('');
    }
  });

  test('codes among the values have words, what is not known is a question mark', () => {
    const it = textIn('it');
    const told = (code: (typeof caseEvidenceCodes)[number]) =>
      evidenceWords(it, { told: { code, params }, evidence: null });
    expect(told('state')).toContain('attivato: No');
    expect(told('silent')).toBe('nessuna risposta per 20 s');
    expect(told('restarted')).toContain('ora ?');
    expect(told('command')).toContain(it('verdicts/accepted'));
  });

  test('a note of a person, and what an older version stored, stay as they are', () => {
    const es = textIn('es');
    expect(evidenceWords(es, { evidence: 'silent 20 s' })).toBe('silent 20 s');
    expect(evidenceWords(es, { told: null, evidence: 'al teléfono' })).toBe('al teléfono');
  });
});
