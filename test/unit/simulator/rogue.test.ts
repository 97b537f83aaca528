import { describe, expect, it } from 'vitest';
import type { Rogue } from '../../../main/simulator/rogue.ts';
import type { RogueSpec } from '../../../main/simulator/types.ts';
import {
  type Bench,
  bench,
  bitsOf,
  exchange,
  iv,
  keys,
  macOf,
  newUuid,
  openCode,
  proof,
  wrapped,
} from './client.ts';
import { bytes, element, text } from './helpers.ts';

const password = 'Abcd1234!';

interface Site extends Bench {
  readonly rogue: Rogue;
}

function site(model: string, part: Partial<RogueSpec> = {}): Site {
  const at = bench({ model, password, cloud: 'bound' });
  const rogue = at.fleet.addRogue({
    mac: at.device.mac,
    answers: 'exchangecode',
    address: '192.168.1.99',
    ...part,
  });
  return { ...at, rogue };
}

/** A datagram on the wire, as the rogue hears it. */
function tell({ device, rogue, now }: Site, types: string, body = ''): string {
  const xml = `<?xml version="1.0" encoding="utf-8"?><Probe><Uuid>${newUuid()}</Uuid><MAC>${macOf(device)}</MAC><Types>${types}</Types>${body}</Probe>`;
  return text(rogue.receive(bytes(xml), now)[0]?.data);
}

/** The string that a client gets who believes the rogue. */
function rogueString(at: Site, forTypes: string): Buffer {
  const bits = bitsOf(forTypes);
  const types = bits === 2048 ? 'exchangecode_v31' : 'exchangecode';
  const answer = tell(at, types, `<Code>${keys[bits].der}</Code>`);
  return openCode(element(answer, 'Code') ?? '', bits);
}

describe('a rogue host', () => {
  it('answers for the device’s MAC, from its own address, with a string of its own', () => {
    const at = site('DS-7608NI-K2/8P', { delayMs: 3 });
    const own = rogueString(at, 'ezvizUnbind');
    expect(own).toHaveLength(16);
    expect(own.equals(exchange(at, 'ezvizUnbind'))).toBe(false);
    expect(at.rogue.exchangesAnswered).toBe(1);
    const xml = `<Probe><Uuid>U</Uuid><MAC>${macOf(at.device)}</MAC><Types>exchangecode</Types><Code>${keys[1024].der}</Code></Probe>`;
    expect(at.rogue.receive(bytes(xml), 0)).toMatchObject([
      { via: 'multicast', delayMs: 3, fromAddress: '192.168.1.99' },
    ]);
  });

  it('minds nobody else’s MAC, and only exchanges unless told', () => {
    const at = site('DS-7608NI-K2/8P');
    expect(
      at.rogue.receive(
        bytes('<Probe><MAC>00-11-22-33-44-55</MAC><Types>exchangecode</Types></Probe>'),
        0,
      ),
    ).toEqual([]);
    expect(tell(at, 'getUnbindStatus')).toBe('');
    expect(
      element(tell(site('DS-7608NI-K2/8P', { answers: 'all' }), 'getUnbindStatus'), 'Result'),
    ).toBe('success');
  });

  it('opens a password that was wrapped with its string', () => {
    const at = site('DS-7608NI-K2/8P');
    const string = rogueString(at, 'ezvizUnbind');
    tell(at, 'ezvizUnbind', `<Password>${wrapped(password, string)}</Password>`);
    expect(at.rogue.passwordsHeard).toMatchObject([{ types: 'ezvizUnbind', how: 'opened' }]);
    expect(at.rogue.blocksHeard).toBe(1);
    const third = site('DS-2CD2143G2-I');
    const other = rogueString(third, 'activate_v31');
    tell(
      third,
      'activate_v31',
      `<Password>${wrapped(password, other, iv)}</Password><Iv>${iv}</Iv>`,
    );
    expect(third.rogue.passwordsHeard.map(({ how }) => how)).toEqual(['opened']);
  });

  it('can guess at a proof that was made with its string', () => {
    const at = site('DS-2CD2143G2-I');
    const types = 'ezvizUnbind_v31';
    const string = rogueString(at, types);
    const block = (known: string): string =>
      `<Password>${proof(at, { types, password: known, string })}</Password><Iv>${iv}</Iv>`;
    tell(at, types, block(password));
    tell(at, types, block('Wrong1234!'));
    expect(at.rogue.passwordsHeard.map(({ how }) => how)).toEqual(['guessable', 'unclear']);
  });

  it('can do nothing with what was made for the device', () => {
    for (const [model, types] of [
      ['DS-7608NI-K2/8P', 'ezvizUnbind'],
      ['DS-2CD2143G2-I', 'ezvizUnbind_v31'],
    ] as const) {
      const at = site(model);
      rogueString(at, types);
      const string = exchange(at, types);
      const value =
        types === 'ezvizUnbind'
          ? wrapped(password, string)
          : proof(at, { types, password, string });
      tell(at, types, `<Password>${value}</Password><Iv>${iv}</Iv>`);
      expect([at.rogue.blocksHeard, at.rogue.passwordsHeard]).toEqual([1, []]);
    }
  });

  it('leaves', () => {
    const at = site('DS-2CD2143G2-I');
    at.fleet.removeRogue(at.rogue);
    expect(at.fleet.rogues).toEqual([]);
  });
});
