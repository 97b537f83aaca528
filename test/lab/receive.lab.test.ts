import { afterAll, beforeAll, expect, it } from 'vitest';
import { Lab } from '../helpers/lab.ts';
import { type Scanner, startDevices, startScanner, until } from './agents.ts';
import { describeLab } from './support.ts';

describeLab('receiving', () => {
  let lab: Lab;
  let scanner: Scanner;

  beforeAll(async () => {
    lab = new Lab();
    scanner = await startScanner(lab);
    await scanner.do('open', { adapterIds: ['a0', 'b0'] });
  });

  afterAll(async () => {
    await scanner?.end();
    lab?.down();
  });

  it('listens on both adapters, which are used although nothing is known of them', async () => {
    const adapters = await scanner.do('adapters');
    expect(adapters.map(({ id, kind }) => `${id} ${kind}`)).toEqual([
      'a0 unknown',
      'b0 unknown',
      'lo loopback',
    ]);
    const status = await scanner.do('status');
    expect(status.mode).toBe('shared');
    expect(status.adapters).toEqual([
      { id: 'a0', isListening: true, problem: null, detail: null },
      { id: 'b0', isListening: true, problem: null, detail: null },
    ]);
  });

  it('loses none of 2,000 replies at once while the main thread is blocked', async () => {
    const settings = { on: '10.77.0.1', first: '10.77.128.1', count: 2_000, bytes: 1_500 };
    const devices = await startDevices(lab, 'deva', { ...settings, via: 'multicast' });
    await scanner.do('reset');
    expect(await scanner.do('send', { adapterId: 'a0' })).toBeNull();
    await scanner.do('block', { ms: 2_000 });
    const { value } = await until(
      () => scanner.do('received'),
      ({ unique }) => unique >= 2_000,
      5_000,
    );
    expect(value).toMatchObject({ count: 2_000, unique: 2_000, isFromHonest: true });
    expect(await scanner.do('dropped')).toBe(0);
    await devices.end();
  });

  it('hears 254 by multicast on the joined socket, each once', async () => {
    const settings = { on: '172.20.0.1', first: '172.20.0.128', count: 127 } as const;
    const b = await startDevices(lab, 'devb', { ...settings, via: 'multicast' });
    const a = await startDevices(lab, 'deva', {
      on: '10.77.0.1',
      first: '10.77.130.1',
      count: 127,
      via: 'multicast',
    });
    await scanner.do('reset');
    await scanner.do('send', { adapterId: 'a0' });
    await scanner.do('send', { adapterId: 'b0' });
    const { value } = await until(
      () => scanner.do('received'),
      ({ unique }) => unique >= 254,
      5_000,
    );
    expect(value).toMatchObject({ count: 254, unique: 254, byAdapter: { joined: 254 } });
    await Promise.all([a.end(), b.end()]);
  });

  it('hears 254 by unicast and knows by which adapter each came', async () => {
    const b = await startDevices(lab, 'devb', {
      on: '172.20.0.1',
      first: '172.20.0.130',
      count: 100,
      via: 'unicast',
    });
    const a = await startDevices(lab, 'deva', {
      on: '10.77.0.1',
      first: '10.77.131.1',
      count: 154,
      via: 'unicast',
    });
    await scanner.do('reset');
    await scanner.do('send', { adapterId: 'a0' });
    await scanner.do('send', { adapterId: 'b0' });
    const { value } = await until(
      () => scanner.do('received'),
      ({ unique }) => unique >= 254,
      5_000,
    );
    expect(value).toMatchObject({ count: 254, unique: 254, byAdapter: { a0: 154, b0: 100 } });
    await Promise.all([a.end(), b.end()]);
  });

  it.each([['subnet-broadcast'], ['limited-broadcast']] as const)(
    'reaches the devices of one adapter by %s',
    async (kind) => {
      const near = { on: '172.20.0.1', first: '172.20.0.200', count: 3, via: 'unicast' } as const;
      const far = { on: '10.77.0.1', first: '10.77.132.1', count: 3, via: 'unicast' } as const;
      const [b, a] = await Promise.all([
        startDevices(lab, 'devb', near),
        startDevices(lab, 'deva', far),
      ]);
      await scanner.do('reset');
      expect(await scanner.do('send', { adapterId: 'b0', target: { kind } })).toBeNull();
      const { value } = await until(
        () => scanner.do('received'),
        ({ unique }) => unique >= 3,
        3_000,
      );
      expect(value.byAdapter['b0']).toBe(3);
      expect(value.byAdapter['a0']).toBeUndefined();
      await Promise.all([a.end(), b.end()]);
    },
  );

  it('asks one device by unicast, and says when there is no way to it', async () => {
    const settings = { on: '10.77.0.1', first: '10.77.133.1', count: 1, via: 'unicast' } as const;
    const device = await startDevices(lab, 'deva', settings);
    await scanner.do('reset');
    const toDevice = { kind: 'unicast', address: '10.77.0.1' };
    expect(await scanner.do('send', { adapterId: 'a0', target: toDevice })).toBeNull();
    const { value } = await until(
      () => scanner.do('received'),
      ({ count }) => count > 0,
      3_000,
    );
    expect(value.sources).toEqual(['10.77.133.1']);
    const toStranger = { kind: 'unicast', address: '192.168.1.64' };
    expect(await scanner.do('send', { adapterId: 'a0', target: toStranger })).toBe('no-route');
    const toInternet = { kind: 'unicast', address: '203.0.113.5' };
    expect(await scanner.do('send', { adapterId: 'a0', target: toInternet })).toBe('no-route');
    expect(await scanner.do('outside')).toBe(0);
    await device.end();
  });
});

describeLab('a stranger from another subnet', () => {
  it.each([
    [0, undefined, true],
    [1, undefined, false],
    [1, 'a0', true],
    [2, 'b0', true],
  ] as const)(
    'rp_filter %s with default route %s: seen %s',
    async (rpFilter, defaultRoute, isSeen) => {
      const lab = new Lab({ rpFilter, ...(defaultRoute === undefined ? {} : { defaultRoute }) });
      try {
        const alien = { on: '192.168.1.64', first: '192.168.1.64', count: 1 } as const;
        const stranger = await startDevices(lab, 'alien', { ...alien, via: 'multicast' });
        const neighbour = { on: '10.77.0.1', first: '10.77.128.1', count: 1 } as const;
        await startDevices(lab, 'deva', { ...neighbour, via: 'multicast' });
        const scanner = await startScanner(lab);
        await scanner.do('open', { adapterIds: ['a0'] });
        await scanner.do('send', { adapterId: 'a0' });
        const { value } = await until(
          () => scanner.do('received'),
          ({ unique }) => unique >= (isSeen ? 2 : 1),
          2_000,
        );
        expect(value.sources.includes('192.168.1.64')).toBe(isSeen);
        expect(value.sources).toContain('10.77.128.1');
        const facts = await scanner.do('facts');
        expect(facts.rpFilter).toMatchObject({ a0: rpFilter });
        expect(facts.defaultRoutes).toEqual(defaultRoute === undefined ? [] : [defaultRoute]);
        // The reply was sent in any case: it heard the question.
        stranger.tell('count');
        expect(await stranger.next()).toEqual({ heard: 1 });
        await scanner.end();
      } finally {
        lab.down();
      }
    },
  );
});
