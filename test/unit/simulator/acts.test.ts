import { describe, expect, it } from 'vitest';
import { areaWordings } from '../../../main/simulator/acts.ts';
import {
  type Act,
  type ActName,
  actNames,
  type DeviceSpec,
  type SimReply,
} from '../../../main/simulator/types.ts';
import {
  type Bench,
  bench,
  command,
  exchange,
  later,
  macOf,
  netBody,
  newUuid,
  replies,
  result,
  updateBlock,
  wrapped,
} from './client.ts';
import { element, text } from './helpers.ts';

const password = 'Abcd1234!';
const spec: DeviceSpec = {
  model: 'DS-7608NI-K2/8P',
  password,
  cloud: 'bound',
  address: '192.168.1.20',
};

interface Seen {
  readonly at: Bench;
  readonly uuid: string;
  readonly all: readonly SimReply[];
  /** Text of the first reply; empty for silence. */
  readonly xml: string;
  readonly word: string | undefined;
}

/** One right unbind at a device that misbehaves so. */
function unbind(...acts: (ActName | Act)[]): Seen {
  const at = bench({ ...spec, acts });
  const value = wrapped(password, exchange(at, 'ezvizUnbind'));
  const uuid = newUuid();
  const all = replies(at, 'ezvizUnbind', { uuid, body: `<Password>${value}</Password>` });
  const xml = text(all[0]?.data);
  return { at, uuid, all, xml, word: element(xml, 'Result') };
}

/** One right edit at a device that misbehaves so. */
function edit(...acts: (ActName | Act)[]): Bench {
  const at = bench({ ...spec, acts });
  const uuid = newUuid();
  replies(at, 'update', { uuid, body: updateBlock(at, password, uuid) + netBody() });
  return at;
}

const isFree = ({ at }: Seen): boolean => !at.device.isBound;

/** What each of them looks like to a client, and what is true behind it. */
const signs: Readonly<Record<ActName, () => void>> = {
  lies: () => {
    const seen = unbind('lies');
    expect([seen.word, isFree(seen)]).toEqual(['success', false]);
    expect(seen.at.device.commandsHeard.at(-1)).toMatchObject({ result: 'success', isDone: false });
    const at = edit('lies');
    later(at, 60_000);
    expect(at.device.address).toBe('192.168.1.20');
  },
  refuses: () => {
    const seen = unbind('refuses');
    expect([seen.word, isFree(seen), seen.at.device.attemptsLeft]).toEqual(['failed', false, 5]);
  },
  'silent-done': () => {
    const seen = unbind('silent-done');
    expect([seen.all, isFree(seen)]).toEqual([[], true]);
  },
  'silent-undone': () => {
    const seen = unbind('silent-undone');
    expect([seen.all, isFree(seen)]).toEqual([[], false]);
    expect(seen.at.device.commandsHeard.at(-1)).toMatchObject({ result: null, isDone: false });
  },
  late: () => {
    expect(unbind('late').all[0]?.delayMs).toBe(12_010);
    expect(unbind({ act: 'late', delayMs: 11_000 }).all[0]?.delayMs).toBe(11_010);
  },
  twice: () => {
    const { all } = unbind('twice');
    expect(all).toHaveLength(2);
    expect(all[1]?.data).toEqual(all[0]?.data);
  },
  contradicts: () => {
    const words = unbind('contradicts').all.map(({ data }) => element(text(data), 'Result'));
    expect(words).toEqual(['success', 'failed']);
  },
  garbled: () => {
    const { all } = unbind('garbled');
    expect(() => new TextDecoder('utf-8', { fatal: true }).decode(all[0]?.data)).toThrow();
  },
  truncated: () => expect(unbind('truncated').xml).not.toContain('</ProbeMatch>'),
  echo: () => {
    const { xml, uuid } = unbind('echo');
    expect(xml).toContain(`<Probe><Uuid>${uuid}</Uuid>`);
    expect(xml).not.toContain('Result');
  },
  'echo-match': () => {
    const { xml, uuid } = unbind('echo-match');
    expect(xml).toContain('<ProbeMatch>');
    expect(element(xml, 'Uuid')).toBe(uuid);
    expect(xml).toContain('<Password>');
    expect(xml).not.toContain('Result');
  },
  'older-uuid': () => {
    const { at, xml } = unbind('older-uuid');
    expect(element(xml, 'Uuid')).toBe(at.device.commandsHeard[0]?.uuid);
    expect(at.device.commandsHeard[0]?.types).toBe('exchangecode');
  },
  'other-types': () => expect(element(unbind('other-types').xml, 'Types')).toBe('getencryptstring'),
  'other-mac': () => {
    const { at, xml } = unbind('other-mac');
    expect(element(xml, 'MAC')).not.toBe(macOf(at.device));
    expect(element(xml, 'MAC')?.slice(0, -1)).toBe(macOf(at.device).slice(0, -1));
  },
  'other-address': () => {
    expect(unbind('other-address').all[0]?.fromAddress).toBe('192.168.1.250');
    const seen = unbind({ act: 'other-address', address: '10.0.0.1' });
    expect(seen.all[0]?.fromAddress).toBe('10.0.0.1');
  },
  'other-case': () => {
    const seen = unbind('other-case');
    expect([seen.word, isFree(seen)]).toEqual(['Success', true]);
  },
  'unknown-text': () => {
    const seen = unbind('unknown-text');
    expect([seen.word, isFree(seen)]).toEqual(['denied', false]);
    const done = unbind({ act: 'unknown-text', text: 'OK done', isDone: true });
    expect([done.word, isFree(done)]).toEqual(['OK done', true]);
  },
  'areas-differ': () => {
    const seen = unbind('areas-differ');
    expect(areaWordings).toContain(seen.word);
    expect([isFree(seen), seen.at.device.attemptsLeft]).toEqual([false, 5]);
    expect(unbind({ act: 'areas-differ', text: 'Zone mismatch' }).word).toBe('Zone mismatch');
  },
  'dhcp-instead': () => {
    const at = edit('dhcp-instead');
    later(at, 1_000);
    expect(at.device.state.net.isDhcp).toBe(true);
    expect(['192.168.1.20', '192.168.1.77']).not.toContain(at.device.address);
  },
  'applies-late': () => {
    const at = edit('applies-late');
    later(at, 19_999);
    expect(at.device.address).toBe('192.168.1.20');
    later(at, 1);
    expect(at.device.address).toBe('192.168.1.77');
    const seen = unbind({ act: 'applies-late', delayMs: 5_000 });
    expect([seen.word, isFree(seen)]).toEqual(['success', false]);
    later(seen.at, 5_000);
    expect(isFree(seen)).toBe(true);
  },
  'bind-untold': () => {
    const seen = unbind('bind-untold');
    expect([seen.word, isFree(seen)]).toEqual(['success', true]);
    expect(result(seen.at, 'getUnbindStatus')).toBe('failed');
    expect(text(seen.at.device.hello(0)?.data)).not.toContain('EZVIZBindStatus');
    expect(text(bench(spec).device.hello(0)?.data)).toContain('EZVIZBindStatus');
  },
};

describe('a device that misbehaves', () => {
  it.each(actNames)('%s', (name) => signs[name]());

  it('does not, unless it is told to', () => {
    const seen = unbind();
    expect([seen.word, isFree(seen), seen.all.length]).toEqual(['success', true, 1]);
    expect(seen.all[0]?.delayMs).toBeLessThan(1_000);
    for (const name of actNames) expect(() => assertSame(name)).toThrow();
  });

  it('still refuses a wrong password, and counts it', () => {
    for (const act of ['lies', 'areas-differ', 'unknown-text', 'other-case'] as const) {
      const at = bench({ ...spec, acts: [act] });
      expect(element(command(at, 'ezvizUnbind', { password: 'Wrong1234!' }), 'Result')).toBe(
        'PasswordError',
      );
      expect(at.device.attemptsLeft).toBe(4);
    }
  });

  it('leaves exchanges and questions alone, unless they are named', () => {
    const at = bench({ ...spec, acts: ['silent-undone'] });
    expect(result(at, 'getUnbindStatus')).toBe('success');
    expect(exchange(at, 'ezvizUnbind')).toHaveLength(16);
    const deaf = bench({ ...spec, acts: [{ act: 'silent-undone', on: ['getUnbindStatus'] }] });
    expect(result(deaf, 'getUnbindStatus')).toBeUndefined();
    expect(element(command(deaf, 'ezvizUnbind', { password }), 'Result')).toBe('success');
  });

  it('can do so a number of times, and can be told otherwise', () => {
    const at = bench({ ...spec, acts: [{ act: 'refuses', times: 2 }] });
    const word = (): string | undefined =>
      element(
        command(at, 'SetHCPlatform', {
          password,
          body: '<HCPlatformEnable>true</HCPlatformEnable>',
        }),
        'Result',
      );
    expect([word(), word(), word()]).toEqual(['failed', 'failed', 'success']);
    at.device.setActs(['other-case']);
    expect(word()).toBe('Success');
    at.device.setActs([]);
    expect(word()).toBe('success');
  });
});

/** Whether the sign shows at a device that behaves: then it would prove nothing. */
function assertSame(name: ActName): void {
  const honest = bench(spec);
  const value = wrapped(password, exchange(honest, 'ezvizUnbind'));
  const uuid = newUuid();
  const body = `<Password>${value}</Password>`;
  const all = replies(honest, 'ezvizUnbind', { uuid, body });
  const seen = unbind(name);
  const edited = edit(name);
  later(edited, 1_000);
  const status = result(seen.at, 'getUnbindStatus');
  const shape = (list: readonly SimReply[], id: string): unknown =>
    list.map(({ data, ...rest }) => [
      text(data)
        .replaceAll(id, 'U')
        .replace(/<Password>.*<\/Password>/, ''),
      rest,
    ]);
  expect([shape(seen.all, seen.uuid), isFree(seen), status, edited.device.address]).toEqual([
    shape(all, uuid),
    true,
    'notBind',
    '192.168.1.77',
  ]);
}

describe('what a device remembers of what it heard', () => {
  it('names, times and outcome; never a secret', () => {
    const at = bench({ ...spec, model: 'DS-2CD2143G2-I' });
    command(at, 'ezvizUnbind_v31', { password });
    result(at, 'getUnbindStatus');
    const { commandsHeard } = at.device;
    expect(
      commandsHeard.map(({ types, hadPassword, result: word }) => [types, hadPassword, word]),
    ).toEqual([
      ['exchangecode_v31', false, 'success'],
      ['ezvizUnbind_v31', true, 'success'],
      ['getUnbindStatus', false, 'notBind'],
    ]);
    expect(commandsHeard[1]?.elements).toEqual(['Uuid', 'MAC', 'Types', 'Password', 'Iv']);
    expect(commandsHeard[1]?.at).toBe(at.now);
    expect(Object.keys(commandsHeard[1] ?? {}).sort()).toEqual([
      'at',
      'elements',
      'hadPassword',
      'isDone',
      'isReplay',
      'result',
      'types',
      'uuid',
    ]);
  });

  it.each([
    ['ignored', 0],
    ['same-reply', 1],
  ] as const)('a Uuid heard before: %s', (replays, count) => {
    const at = bench({ ...spec, replays });
    const value = wrapped('Wrong1234!', exchange(at, 'ezvizUnbind'));
    const sent = { uuid: newUuid(), body: `<Password>${value}</Password>` };
    const [first] = replies(at, 'ezvizUnbind', sent);
    const again = replies(at, 'ezvizUnbind', sent);
    expect(again).toHaveLength(count);
    if (count > 0) expect(again[0]?.data).toEqual(first?.data);
    expect(at.device.attemptsLeft).toBe(4);
    expect(at.device.commandsHeard.map(({ isReplay }) => isReplay)).toEqual([false, false, true]);
  });

  it('a line that garbles, loses or mixes up answers does so with these too', () => {
    const uuid = newUuid();
    const said = (faults: DeviceSpec['faults']): readonly SimReply[] =>
      replies(bench({ ...spec, ...(faults && { faults }) }), 'getUnbindStatus', { uuid });
    expect(said([{ kind: 'deaf' }])).toEqual([]);
    expect(said([{ kind: 'duplicate' }])).toHaveLength(2);
    expect(element(text(said([{ kind: 'foreign-uuid' }])[0]?.data), 'Uuid')).not.toBe(uuid);
    expect(element(text(said(undefined)[0]?.data), 'Uuid')).toBe(uuid);
  });

  it('an echo is never answered, so that it cannot go on for ever', () => {
    const at = bench({ ...spec, replays: 'same-reply', acts: ['echo'] });
    const value = wrapped(password, exchange(at, 'ezvizUnbind'));
    const [echo] = replies(at, 'ezvizUnbind', { body: `<Password>${value}</Password>` });
    const context = { to: 'multicast', fromAddress: at.device.address, now: at.now } as const;
    expect(at.device.receive(echo?.data ?? new Uint8Array(), context)).toEqual([]);
  });
});
