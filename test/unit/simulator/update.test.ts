import { describe, expect, it } from 'vitest';
import type { FleetEvent } from '../../../main/simulator/fleet.ts';
import type { DeviceSpec } from '../../../main/simulator/types.ts';
import {
  bench,
  command,
  later,
  net,
  netBody,
  newUuid,
  result,
  update,
  updateBlock,
} from './client.ts';
import { answer, element, multicast, request, text } from './helpers.ts';

const password = 'Abcd1234!';
const spec: DeviceSpec = {
  model: 'DS-2CD2143G2-I',
  password,
  address: '192.168.1.64',
  replyDelayMs: 10,
};

describe('new network settings', () => {
  it('take effect after the answer, and the device greets from its new address', () => {
    const at = bench(spec);
    const events: FleetEvent[] = [];
    at.fleet.onEvent((event) => events.push(event));
    expect(element(update(at, password), 'Result')).toBe('success');
    expect(at.device.address).toBe('192.168.1.64');
    expect(events).toMatchObject([{ kind: 'later', at: at.now + 410 }]);
    later(at, 409);
    expect(at.device.address).toBe('192.168.1.64');
    later(at, 1);
    expect(at.device.address).toBe('192.168.1.77');
    expect(events.slice(1)).toMatchObject([{ kind: 'greets', device: at.device }]);
    expect(element(text(at.device.hello(at.now)?.data), 'IPv4Address')).toBe('192.168.1.77');
  });

  it.each([
    ['update', 'DS-2CD2385G1-I'],
    ['update', 'DS-2CD2143G2-I'],
    ['update', 'DS-KH6320-WTE1'],
    ['update', 'DS-2CD2432F-IW'],
    ['update', 'CS-C3W-A0-3H4WFRL'],
    ['update_v31', 'DS-2CD2143G2-I'],
    ['update_v31', 'DS-PWA96-M-WE'],
    ['update_v31', 'DS-7732NXI-K4'],
  ] as const)('%s sets all of them at a %s', (types, model) => {
    const at = bench({ ...spec, model });
    const body = netBody({
      IPv4Address: '10.1.2.3',
      IPv4SubnetMask: '255.255.0.0',
      IPv4Gateway: '10.1.0.1',
      CommandPort: '8001',
      HttpPort: '81',
      IPv6Address: 'fd00::7',
      IPv6Gateway: 'fd00::1',
      IPv6MaskLen: '48',
    });
    const reply =
      types === 'update' ? update(at, password, { body }) : command(at, types, { password, body });
    expect(element(reply, 'Result')).toBe('success');
    later(at, 1_000);
    expect(at.device.state.net).toEqual({
      address: '10.1.2.3',
      mask: '255.255.0.0',
      gateway: '10.1.0.1',
      isDhcp: false,
      ipv6Address: 'fd00::7',
      ipv6Gateway: 'fd00::1',
      ipv6Prefix: 48,
    });
    expect(at.device.state.ports).toMatchObject({ command: 8001, http: 81, tls: 8443 });
  });

  it('are told in the next inquiry', () => {
    const at = bench(spec);
    update(at, password, { body: netBody({ IPv6Address: 'fd00::7', IPv6MaskLen: '48' }) });
    later(at, 1_000);
    const xml = text(at.device.receive(request(), multicast)[0]?.data);
    expect(['IPv4Address', 'IPv6Address', 'IPv6MaskLen'].map((name) => element(xml, name))).toEqual(
      ['192.168.1.77', 'fd00::7', '48'],
    );
  });

  it('DHCP brings a lease, or the address sent when there is no server', () => {
    const at = bench(spec);
    update(at, password, { body: netBody({ DHCP: 'true' }) });
    later(at, 1_000);
    expect(at.device.state.net.isDhcp).toBe(true);
    expect(at.device.address).toMatch(/^192\.168\.1\.\d+$/);
    expect(['192.168.1.64', '192.168.1.77']).not.toContain(at.device.address);
  });

  it.each([
    ...Object.keys(net)
      .filter((name) => name !== 'HttpPort')
      .map((name) => [
        `without ${name}`,
        netBody().replace(new RegExp(`<${name}>.*</${name}>`), ''),
      ]),
    ['no address', netBody({ IPv4Address: '192.168.1.300' })],
    ['no mask', netBody({ IPv4SubnetMask: '255.0.255.0' })],
    ['no port', netBody({ CommandPort: '65536' })],
    ['no web port', netBody({ HttpPort: '0' })],
    ['no yes or no', netBody({ DHCP: '1' })],
    ['no prefix', netBody({ IPv6MaskLen: '129' })],
  ])('%s: refused, nothing changed, no try lost', (_name, body = '') => {
    const at = bench(spec);
    expect(element(update(at, password, { body }), 'Result')).toBe('failed');
    later(at, 60_000);
    expect(at.device.address).toBe('192.168.1.64');
    expect(at.device.attemptsLeft).toBe(at.device.state.lock.maxAttempts);
  });

  it('a port that is not sent stays', () => {
    const at = bench({ ...spec, httpPort: 8080 });
    update(at, password, { body: netBody().replace(/<HttpPort>.*<\/HttpPort>/, '') });
    later(at, 1_000);
    expect(at.device.state.ports.http).toBe(8080);
  });
});

describe('the account behind a password', () => {
  it.each([
    ['salt and second salt', {}],
    ['one salt', { salt2: '' }],
    ['no salt', { salt: '' }],
    ['another login name', { userName: 'operator1' }],
    ['no Encrypt', { encrypt: false }],
    ['Encrypt not told', { encrypt: null }],
  ] as const)('%s', (_name, part) => {
    for (const model of ['DS-2CD2385G1-I', 'DS-2CD2143G2-I', 'DS-2CD2432F-IW']) {
      const at = bench({ ...spec, model, ...part });
      expect(element(update(at, password), 'Result')).toBe('success');
      expect(element(update(at, 'Wrong1234!'), 'Result')).not.toBe('success');
    }
    const third = bench({ ...spec, ...part });
    const body = netBody();
    expect(element(command(third, 'update_v31', { password, body }), 'Result')).toBe('success');
  });

  it('is told as far as a client needs it', () => {
    const names = ['Encrypt', 'Salt', 'Salt2', 'UserName'];
    const seen = (part: Partial<DeviceSpec>): (string | undefined)[] => {
      const xml = answer({ ...spec, ...part });
      return names.map((name) => element(xml, name));
    };
    expect(seen({ salt: 'a', salt2: 'b', userName: 'root', encrypt: false })).toEqual([
      'false', 'a', 'b', 'root',
    ]); // biome-ignore format: a row
    expect(seen({ salt: '', encrypt: null })).toEqual(names.map(() => undefined));
    expect(seen({ isActivated: false, salt: 'a' }).slice(1)).toEqual([
      undefined, undefined, undefined,
    ]); // biome-ignore format: a row
  });

  it('elements can be told otherwise, left out or added', () => {
    const told = { SADPVersion: '3.0,3.1.1', Encrypt: null, SupportX: 'true' };
    const xml = answer({ ...spec, told });
    expect(element(xml, 'SADPVersion')).toBe('3.0,3.1.1');
    expect(xml).not.toContain('<Encrypt>');
    expect(element(xml, 'SupportX')).toBe('true');
  });

  it('nobody edits a device that has none', () => {
    const at = bench({ ...spec, isActivated: false });
    expect(element(update(at, password), 'Result')).toBe('notActivated');
    expect(result(at, 'update_v31', { body: netBody() })).toBe('notActivated');
  });

  it('an edit without a password is refused', () => {
    const at = bench(spec);
    expect(result(at, 'update', { body: netBody() })).toBe('failed');
    const block = updateBlock(at, password, newUuid()).replace(/>.*</, '>no base64<');
    expect(result(at, 'update', { body: block + netBody() })).toBe('failed');
  });
});
