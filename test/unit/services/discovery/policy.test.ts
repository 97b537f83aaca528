import { describe, expect, it } from 'vitest';
import { AppError } from '../../../../main/contract/errors.ts';
import type { AdapterKind } from '../../../../main/contract/network.ts';
import type { NetworkFacts } from '../../../../main/ports/network.ts';
import { AdapterBook } from '../../../../main/services/discovery/adapter-book.ts';
import {
  chooseAdapter,
  requireAdapters,
} from '../../../../main/services/discovery/adapter-policy.ts';
import { NoticeBoard } from '../../../../main/services/discovery/notice-board.ts';
import { ProbeMemory } from '../../../../main/services/discovery/probe-memory.ts';
import { rpFilterRisks } from '../../../../main/services/discovery/rp-filter.ts';
import { memoryAdapter } from '../../../../main/simulator/net.ts';
import { createFakeClock } from '../../../helpers/fake-clock.ts';

const adapter = (id: string, kind: AdapterKind = 'ethernet', address = '10.0.0.5') =>
  memoryAdapter({ id, kind, address });
const usual = { overrides: {}, isDemo: false };

describe('chooseAdapter', () => {
  it.each([
    ['ethernet', true],
    ['wifi', true],
    ['unknown', true],
    ['vpn', false],
    ['virtual', false],
    ['loopback', false],
  ] as const)('%s is on by default: %s', (kind, isEnabled) => {
    expect(chooseAdapter(adapter('a', kind), usual)).toEqual({ isEnabled, by: 'default' });
  });

  it('lets the operator overrule the rule both ways', () => {
    const policy = { ...usual, overrides: { tun0: true, eth0: false } };
    expect(chooseAdapter(adapter('tun0', 'vpn'), policy)).toEqual({
      isEnabled: true,
      by: 'operator',
    });
    expect(chooseAdapter(adapter('eth0'), policy)).toEqual({ isEnabled: false, by: 'operator' });
    expect(chooseAdapter(adapter('__proto__', 'vpn'), policy).by).toBe('default');
  });

  it('forces those named for this run, by id, name or address, and no others', () => {
    const policy = { ...usual, overrides: { eth1: true }, only: ['10.0.0.5', 'TUN0'] };
    expect(chooseAdapter(adapter('eth0'), policy).isEnabled).toBe(true);
    expect(chooseAdapter(adapter('tun0', 'vpn', '10.9.9.9'), policy).isEnabled).toBe(true);
    expect(chooseAdapter(adapter('eth1', 'ethernet', '10.2.2.2'), policy).isEnabled).toBe(false);
  });

  it('names what is present when a named one is missing', () => {
    const present = [adapter('eth0'), adapter('wlan0', 'wifi', '10.3.3.3')];
    expect(() => requireAdapters(['eth0', '10.3.3.3'], present)).not.toThrow();
    expect(() => requireAdapters(['eth9'], present)).toThrow(AppError);
    expect(() => requireAdapters(['eth9'], present)).toThrow('eth0, wlan0');
  });
});

describe('AdapterBook', () => {
  it('tells when a usable adapter appears, changes or goes, and keeps one that was heard', () => {
    const book = new AdapterBook();
    expect(book.update([adapter('eth0'), adapter('tun0', 'vpn')], usual)).toBe(true);
    expect(book.update([adapter('eth0'), adapter('tun0', 'vpn', '10.8.8.8')], usual)).toBe(false);
    expect(book.update([adapter('eth0', 'ethernet', '10.0.0.6')], usual)).toBe(true);
    book.noteReply('eth0', null, 5);
    book.noteReply(null, null, 5);
    expect(book.update([], usual)).toBe(true);
    const [gone, ...others] = book.views(null);
    expect(others).toEqual([]);
    expect(gone).toMatchObject({ id: 'eth0', state: 'gone', problem: 'gone', replies: 1 });
  });

  it.each([
    [{ id: 'eth0', isListening: true, problem: null, detail: null }, null, 'listening', null],
    [
      { id: 'eth0', isListening: false, problem: 'join-failed', detail: null },
      null,
      'failed',
      'join-failed',
    ],
    [
      { id: 'eth0', isListening: true, problem: null, detail: null },
      'no-route',
      'failed',
      'send-failed',
    ],
    [
      { id: 'eth0', isListening: false, problem: null, detail: null },
      null,
      'failed',
      'bind-failed',
    ],
  ] as const)('shows %j with send problem %s as %s', (state, sendProblem, shown, problem) => {
    const book = new AdapterBook();
    book.update([adapter('eth0')], usual);
    book.noteSend('eth0', sendProblem);
    const channel = { mode: 'shared', holder: null, adapters: [state], oversize: 0 } as const;
    expect(book.views(channel)[0]).toMatchObject({ state: shown, problem });
  });

  it('says that an enabled adapter without an address cannot work', () => {
    const book = new AdapterBook();
    book.update([memoryAdapter({ id: 'eth0' })], usual);
    expect(book.views(null)[0]).toMatchObject({ state: 'failed', problem: 'no-ipv4' });
    expect(book.usable()).toEqual([]);
    expect(book.enabled()).toHaveLength(1);
  });

  it('is bounded, however many adapters come and go', () => {
    const book = new AdapterBook();
    for (let turn = 0; turn < 500; turn += 1) {
      book.update([adapter(`veth${turn}`)], usual);
      book.noteReply(`veth${turn}`, null, turn);
    }
    expect(book.views(null).length).toBeLessThanOrEqual(128);
    expect(book.has('veth499')).toBe(true);
  });
});

describe('ProbeMemory', () => {
  it('knows who asked for five minutes, in any letter case', async () => {
    const clock = createFakeClock();
    const memory = new ProbeMemory(clock);
    memory.remember('abCD', { adapterId: 'eth0', sweepAddress: null });
    expect(memory.origin('ABcd')?.adapterId).toBe('eth0');
    expect([memory.origin(null), memory.origin('FFFF')]).toEqual([null, null]);
    await clock.advance(5 * 60_000 + 1);
    expect(memory.origin('ABCD')).toBeNull();
  });

  it('forgets old questions when it asks new ones, and is bounded in any case', async () => {
    const clock = createFakeClock();
    const memory = new ProbeMemory(clock);
    for (let index = 0; index < 20_000; index += 1) {
      memory.remember(`U${index}`, { adapterId: 'eth0', sweepAddress: null });
    }
    expect(memory.size).toBe(8192);
    await clock.advance(6 * 60_000);
    memory.remember('NEW', { adapterId: 'eth0', sweepAddress: null });
    expect(memory.size).toBe(1);
  });
});

describe('NoticeBoard', () => {
  it('keeps the time a notice began, renews its parameters and tells of real changes only', async () => {
    const clock = createFakeClock();
    let changes = 0;
    const board = new NoticeBoard(clock, () => {
      changes += 1;
    });
    const began = clock.now();
    board.raise({ code: 'flood', level: 'warning', params: { refused: 1 } });
    await clock.advance(1000);
    board.raise({ code: 'flood', level: 'warning', params: { refused: 1 } });
    expect(changes).toBe(1);
    board.raise({ code: 'flood', level: 'warning', params: { refused: 2 } });
    expect(board.list()).toMatchObject([{ id: 'flood', params: { refused: 2 }, at: began }]);
    expect(changes).toBe(2);
  });

  it('stays dismissed until its cause was gone', () => {
    const board = new NoticeBoard(createFakeClock(), () => undefined);
    const raise = () =>
      board.raise({ code: 'adapter-failed', key: 'eth0', level: 'warning', params: {} });
    raise();
    expect([board.dismiss('adapter-failed:eth0'), board.dismiss('adapter-failed:eth0')]).toEqual([
      true,
      false,
    ]);
    raise();
    expect(board.list()).toEqual([]);
    board.keepOnly('adapter-failed', new Set(['eth1']));
    raise();
    expect(board.list()).toHaveLength(1);
  });

  it('is bounded', () => {
    const board = new NoticeBoard(createFakeClock(), () => undefined);
    for (let index = 0; index < 1000; index += 1) {
      board.raise({ code: 'rp-filter', key: `e${index}`, level: 'warning', params: {} });
    }
    expect(board.list()).toHaveLength(200);
  });
});

describe('rpFilterRisks', () => {
  const facts = (value: number, defaultRoutes: readonly string[] | null): NetworkFacts => ({
    platform: 'linux',
    rpFilter: new Map([['eth0', value]]),
    defaultRoutes,
    droppedDatagrams: null,
    portHolder: null,
    firewall: null,
    evidence: [],
  });
  it.each([
    [0, [], 'none'],
    [1, [], 'risk'],
    [2, [], 'risk'],
    [1, ['eth0'], 'none'],
    [2, ['eth0'], 'none'],
    [1, ['wlan0'], 'risk'],
    [2, ['wlan0'], 'none'],
    [1, null, 'unknown'],
    [0, null, 'none'],
  ] as const)('rp_filter %s, default route by %j: %s', (value, routes, outcome) => {
    const risks = rpFilterRisks(facts(value, routes), [adapter('eth0')]);
    const told = risks === null ? 'unknown' : risks.length > 0 ? 'risk' : 'none';
    expect(told).toBe(outcome);
  });

  it('cannot tell where the system does not', () => {
    expect(rpFilterRisks({ ...facts(1, []), rpFilter: null }, [adapter('eth0')])).toBeNull();
  });
});
