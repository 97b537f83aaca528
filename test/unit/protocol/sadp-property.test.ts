import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deviceFacts } from '../../../main/contract/device.ts';
import { decodeSadp } from '../../../main/protocol/sadp/decode.ts';
import { finishDraft, newDraft } from '../../../main/protocol/sadp/draft.ts';
import { encodeSadpRequest } from '../../../main/protocol/sadp/encode.ts';
import { sadpFieldTable } from '../../../main/protocol/sadp/fields.ts';
import { readFlat } from '../../../main/protocol/sadp/flat.ts';
import { readTolerant } from '../../../main/protocol/sadp/tolerant.ts';
import { fixture, fixtureNames, match, read } from './helpers.ts';
import { mutate, seededRandom } from './mutate.ts';

const seeds = fixtureNames().map(fixture);

/** Damaged datagrams: a real shape with a few random changes. */
const damaged = fc
  .tuple(fc.constantFrom(...seeds), fc.integer({ min: 0, max: 0x7fffffff }))
  .map(([data, seed]) => mutate(data, seededRandom(seed)));

/** Text as markup may hold it: many of the characters that matter. */
const markup = fc
  .array(
    fc.oneof(
      fc.constantFrom('<', '>', '/', '&', ';', '"', "'", ' ', '\n', '\0', '#x', '<!--', '-->'),
      fc.constantFrom(
        '<MAC>',
        '</MAC>',
        '<DHCP>',
        '</DHCP>',
        '<a b="c">',
        '</a>',
        '<a/>',
        '<?',
        '?>',
      ),
      fc.string({ maxLength: 6 }),
      fc.string({ unit: 'grapheme', maxLength: 3 }),
    ),
    { maxLength: 24 },
  )
  .map((parts) => parts.join(''));

describe('any input', () => {
  it('is read or refused within the promised limits, never thrown', () => {
    fc.assert(
      fc.property(
        fc.oneof(damaged, fc.uint8Array({ maxLength: 400 }), markup.map(match)),
        (data) => {
          const result = decodeSadp(data);
          if (!result.ok) {
            expect(result.detail).toMatch(/^[^\p{Cc}]{1,200}$/u);
            return;
          }
          const { fields, extra, notes } = result.message;
          expect(deviceFacts.partial().strict().safeParse(fields).success).toBe(true);
          expect(extra.size).toBeLessThanOrEqual(64);
          expect(notes.length).toBeLessThanOrEqual(32);
          for (const note of notes) expect(note).toMatch(/^[^\p{Cc}]{1,240}$/u);
        },
      ),
      { numRuns: 3000 },
    );
  });

  it('leaves the datagram as it was', () => {
    fc.assert(
      fc.property(damaged, (data) => {
        const before = Uint8Array.from(data);
        decodeSadp(data);
        expect(data).toEqual(before);
      }),
      { numRuns: 200 },
    );
  });
});

describe('the two readers', () => {
  it('agree on everything the fast one accepts', () => {
    let accepted = 0;
    const texts = fc.oneof(
      damaged.map((data) => new TextDecoder().decode(data)),
      markup.map((text) => `<ProbeMatch>${text}</ProbeMatch>`),
      fc
        .array(fc.tuple(fc.constantFrom('MAC', 'dhcp', 'X', 'Salt'), fc.string({ maxLength: 8 })))
        .map((pairs) => pairs.map(([name, text]) => `<${name}>${text}</${name}>`).join('\n'))
        .map((text) => `<Hello>${text}</Hello>`),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const fast = newDraft(text);
        const root = readFlat(text, fast);
        if (root === null) return;
        accepted += 1;
        const slow = newDraft(text);
        expect(readTolerant(text, slow)).toBe(root);
        expect(finishDraft(slow, root)).toEqual(finishDraft(fast, root));
      }),
      { numRuns: 4000 },
    );
    expect(accepted).toBeGreaterThan(100);
  });
});

describe('what is encoded', () => {
  const wires = new Set(sadpFieldTable.map(([wire]) => wire.toLowerCase()));
  const name = fc
    .stringMatching(/^[A-Za-z][A-Za-z0-9]{0,20}$/)
    .filter((text) => !wires.has(text.toLowerCase()) && !/^(uuid|types|result)$/i.test(text));
  const value = fc
    .string({ unit: 'grapheme', maxLength: 60 })
    .map((text) => text.replaceAll(/[\p{Cc}\p{Cs}\u2028\u2029\ufffd-\uffff]/gu, '').trim());

  it('comes back as it was', () => {
    fc.assert(
      fc.property(
        fc.uuid(),
        fc.uniqueArray(fc.tuple(name, value), { selector: ([key]) => key, maxLength: 20 }),
        (uuid, body) => {
          const message = read(encodeSadpRequest({ uuid, types: 'inquiry', body }));
          expect(message.uuid).toBe(uuid.toUpperCase());
          expect([...message.extra]).toEqual(body);
        },
      ),
      { numRuns: 500 },
    );
  });
});
