/** The simulated devices themselves, on addresses of their own: what later tests of commands rely on. */
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Lab } from '../helpers/lab.ts';
import { type Agent, type Scanner, startAgent, startScanner, until } from './agents.ts';
import { describeLab } from './support.ts';

const [oldAddress, newAddress, otherAddress] = ['10.77.128.1', '10.77.128.9', '10.77.128.99'];
const password = 'Abcd1234!';

/** One of the old line: its whole proof is the MD5 of the password. */
const camera = {
  model: 'DS-2CD2432F-IW',
  mac: '58:50:ed:00:aa:0b',
  first: oldAddress,
  count: 1,
  mask: '255.255.0.0',
  password,
};

const probe = (uuid: string, body: string): string =>
  `<?xml version="1.0" encoding="utf-8"?><Probe><Uuid>13A2C5C8-1F5F-4E26-8B1C-${uuid.padStart(12, '0')}</Uuid>${body}</Probe>`;

const md5 = createHash('md5').update(password).digest('base64');
const update = probe(
  '1',
  `<Types>update</Types><PWErrorParse>true</PWErrorParse><MAC>58-50-ed-00-aa-0b</MAC><Password>${md5}</Password><IPv4Address>${newAddress}</IPv4Address><CommandPort>8000</CommandPort><IPv4SubnetMask>255.255.0.0</IPv4SubnetMask><IPv4Gateway>10.77.0.254</IPv4Gateway><IPv6Address>::</IPv6Address><IPv6Gateway>::</IPv6Gateway><IPv6MaskLen>64</IPv6MaskLen><DHCP>false</DHCP><HttpPort>80</HttpPort>`,
);

describeLab('a simulated device in the lab', () => {
  let lab: Lab;
  let scanner: Scanner;
  let fleet: Agent;

  beforeAll(async () => {
    lab = new Lab();
    const groups = [camera, { model: 'DS-KH6210-L', first: otherAddress, count: 1 }];
    fleet = await startAgent(
      lab,
      'deva',
      'fleet',
      JSON.stringify({ on: '10.77.0.1', seed: 1, groups }),
    );
    scanner = await startScanner(lab);
    await scanner.do('open', { adapterIds: ['a0'] });
  });
  afterAll(async () => {
    await scanner?.end();
    lab?.down();
  });

  const sources = async (text: string, isEnough: (all: readonly string[]) => boolean) => {
    await scanner.do('reset');
    await scanner.do('send', { adapterId: 'a0', text });
    const { value } = await until(
      async () => (await scanner.do('received')).sources,
      isEnough,
      5_000,
    );
    return value;
  };

  it('answers an edit from its old address and is met at its new one', async () => {
    expect(await scanner.do('tcp', { address: oldAddress, port: 80 })).toBe('open');
    expect(await sources(update, (all) => all.length > 1)).toEqual([oldAddress, newAddress]);
    expect(await scanner.do('tcp', { address: newAddress, port: 80 })).toBe('open');
    expect(await scanner.do('tcp', { address: oldAddress, port: 80 })).toBe('refused');
    const everybody = await sources(probe('2', '<Types>inquiry</Types>'), (all) => all.length > 1);
    expect([...everybody].sort()).toEqual([newAddress, otherAddress]);
    const target = { kind: 'unicast', address: newAddress };
    await scanner.do('reset');
    const text = probe('3', '<Types>inquiry</Types>');
    await scanner.do('send', { adapterId: 'a0', target, text });
    const { value } = await until(
      () => scanner.do('received'),
      ({ count }) => count > 0,
      5_000,
    );
    expect(value.sources).toEqual([newAddress]);
    fleet.tell({ id: 1, verb: 'truth' });
    expect(await fleet.next()).toMatchObject({
      id: 1,
      result: [
        { address: newAddress, heard: [{ types: 'update', hadPassword: true, isDone: true }] },
        { address: otherAddress, heard: [] },
      ],
    });
  });
});
