import { describe, expect, it } from 'vitest';
import { readSadpRequest } from '../../../main/simulator/requests.ts';
import { answer, bytes, request, uuid } from './helpers.ts';

describe('a device reads requests', () => {
  it('of any client that writes XML', () => {
    const spaced = bytes(
      `<?xml version="1.0" ?>\r\n<Probe>\r\n <Uuid>${uuid}</Uuid>\r\n <Types>inquiry</Types>\r\n</Probe>\r\n`,
    );
    expect(readSadpRequest(spaced)).toMatchObject({ uuid, types: 'inquiry', mac: null });
    const bare = bytes('<Probe><Uuid>x</Uuid><MAC>AA-bb</MAC><Types>getcode</Types></Probe>');
    expect(readSadpRequest(bare)).toMatchObject({ uuid: 'x', types: 'getcode', mac: 'AA-bb' });
  });

  it.each([
    ['nothing', ''],
    ['noise', '\u0000\u0001\u0002'],
    ['its own kind', `<ProbeMatch><Uuid>${uuid}</Uuid><Types>inquiry</Types></ProbeMatch>`],
    ['a Hello', '<Hello><Types>hello</Types></Hello>'],
    ['no Types', `<Probe><Uuid>${uuid}</Uuid></Probe>`],
    ['an unfinished one', `<Probe><Uuid>${uuid}</Uuid><Types>inquiry</Types>`],
    ['a huge one', `<Probe><Types>inquiry</Types>${' '.repeat(9000)}</Probe>`],
  ])('and is silent to %s', (_name, data) => {
    expect(readSadpRequest(bytes(data))).toBeNull();
  });

  it('and is silent to types it does not know, case included', () => {
    expect(answer({ model: 'DS-2CD2385G1-I' }, request('Inquiry'))).toBe('');
    expect(answer({ model: 'DS-2CD2385G1-I' }, request('reboot'))).toBe('');
  });

  it('where newer firmware wants a real Uuid and older does not', () => {
    const odd = request('inquiry', { uuid: 'not-a-uuid' });
    expect(answer({ model: 'DS-2CD2143G2-I' }, odd)).toBe('');
    expect(answer({ model: 'DS-2CD2385G1-I' }, odd)).toContain('<Uuid>not-a-uuid</Uuid>');
  });
});
