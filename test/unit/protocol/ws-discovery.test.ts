import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeWsProbeMatches } from '../../../main/protocol/ws-discovery/decode.ts';
import { encodeWsProbe } from '../../../main/protocol/ws-discovery/encode.ts';
import { parseXml } from '../../../main/protocol/xml.ts';
import { bytes } from './helpers.ts';
import { mutate, seededRandom } from './mutate.ts';

const id = '0b8f6d9e-2a53-4c6f-9c0a-5d9a7f3c1e22';
const scopeStart = 'onvif://www.onvif.org';

interface Parts {
  readonly endpoint?: string;
  readonly scopes?: string;
  readonly addresses?: string;
}

/** A match as devices send it, with the prefixes of one line of firmware. */
function matchXml(parts: Parts): string {
  return `<d:ProbeMatch>
    <wsadis:EndpointReference><wsadis:Address>${parts.endpoint ?? ''}</wsadis:Address></wsadis:EndpointReference>
    <d:Types>dn:NetworkVideoTransmitter tds:Device</d:Types>
    <d:Scopes>${parts.scopes ?? ''}</d:Scopes>
    <d:XAddrs>${parts.addresses ?? ''}</d:XAddrs>
    <d:MetadataVersion>10</d:MetadataVersion>
  </d:ProbeMatch>`;
}

function envelope(inside: string): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<SOAP-ENV:Envelope xmlns:SOAP-ENV="http://www.w3.org/2003/05/soap-envelope" xmlns:wsa="http://schemas.xmlsoap.org/ws/2004/08/addressing">
<SOAP-ENV:Header><wsa:MessageID>urn:uuid:1</wsa:MessageID><wsa:RelatesTo>uuid:${id.toUpperCase()}</wsa:RelatesTo></SOAP-ENV:Header>
<SOAP-ENV:Body><d:ProbeMatches>${inside}</d:ProbeMatches></SOAP-ENV:Body></SOAP-ENV:Envelope>`;
}

function matches(text: string) {
  const result = decodeWsProbeMatches(bytes(text));
  if (!result.ok) throw new Error(`refused: ${result.reason}, ${result.detail}`);
  return result.matches;
}
const one = (parts: Parts) => matches(matchXml(parts))[0];

const camera: Parts = {
  endpoint: 'urn:uuid:5b1c0a00-7d21-11b3-80c1-021a5e000011',
  scopes: [
    '/type/video_encoder',
    '/Profile/Streaming',
    '/MAC/02:1A:5E:00:00:12',
    '/hardware/DS-2CD2T43G2-4I',
    '/name/HIKVISION%20DS-2CD2T43G2-4I',
    '/location/city/hangzhou',
  ]
    .map((scope) => scopeStart + scope)
    .join(' '),
  addresses:
    'http://192.168.77.40/onvif/device_service http://[FE80::1a:5eff:fe00:11]/onvif/device_service',
};

describe('the probe', () => {
  it('is a SOAP 1.2 envelope that asks for video transmitters, without MatchBy', () => {
    const data = encodeWsProbe(id);
    const text = new TextDecoder().decode(data);
    const parsed = parseXml(data);
    expect(parsed).toMatchObject({ ok: true, root: { local: 'Envelope' } });
    expect(text).toContain('http://www.w3.org/2003/05/soap-envelope');
    expect(text).toContain(`<a:MessageID>uuid:${id}</a:MessageID>`);
    expect(text).toContain('<a:To>urn:schemas-xmlsoap-org:ws:2005:04:discovery</a:To>');
    expect(text).toContain('http://schemas.xmlsoap.org/ws/2005/04/discovery/Probe</a:Action>');
    expect(text).toContain('<d:Types>dn:NetworkVideoTransmitter</d:Types>');
    expect(text).not.toContain('MatchBy');
  });

  it('is not an answer', () => {
    const result = decodeWsProbeMatches(encodeWsProbe(id));
    expect(result).toEqual({ ok: false, reason: 'no-match', detail: 'no match inside s:Envelope' });
  });
});

describe('an answer', () => {
  it('tells MAC, brand, model and addresses', () => {
    expect(matches(envelope(matchXml(camera)))).toEqual([
      {
        endpoint: 'urn:uuid:5b1c0a00-7d21-11b3-80c1-021a5e000011',
        mac: '02:1a:5e:00:00:12',
        manufacturer: 'HIKVISION',
        model: 'DS-2CD2T43G2-4I',
        name: 'HIKVISION DS-2CD2T43G2-4I',
        addresses: [
          { address: '192.168.77.40', port: 80 },
          { address: 'fe80::1a:5eff:fe00:11', port: 80 },
        ],
        relatesTo: id,
      },
    ]);
  });

  it('is read as a fragment with prefixes nobody declared', () => {
    expect(matches(`<d:ProbeMatches>${matchXml(camera)}</d:ProbeMatches>`)).toMatchObject([
      { mac: '02:1a:5e:00:00:12', relatesTo: null },
    ]);
  });

  it('may hold several devices, of which 64 are read', () => {
    expect(matches(envelope(matchXml(camera).repeat(2)))).toHaveLength(2);
    expect(matches(`<x>${'<ProbeMatch/>'.repeat(100)}</x>`)).toHaveLength(64);
  });

  it('may say nothing', () => {
    expect(matches('<ProbeMatch/>')).toEqual([
      {
        endpoint: null,
        mac: null,
        manufacturer: null,
        model: null,
        name: null,
        addresses: [],
        relatesTo: null,
      },
    ]);
  });

  it('may be a device that announces itself', () => {
    const hello = matchXml(camera).replaceAll('ProbeMatch', 'Hello');
    expect(matches(hello)).toMatchObject([{ model: 'DS-2CD2T43G2-4I' }]);
  });
});

describe('the MAC in the endpoint', () => {
  it.each([
    ['urn:uuid:5b1c0a00-7d21-11b3-80c1-021a5e000011', '02:1a:5e:00:00:11'],
    ['5B1C0A00-7D21-11B3-80C1-021A5E000011', '02:1a:5e:00:00:11'],
  ])('%s', (endpoint, mac) => {
    expect(one({ endpoint })?.mac).toBe(mac);
  });

  it.each([
    ['a random UUID', 'urn:uuid:5b1c0a00-7d21-41b3-80c1-021a5e000011'],
    ['a version 1 UUID with a random node', 'urn:uuid:5b1c0a00-7d21-11b3-80c1-031a5e000011'],
    ['no UUID', 'http://192.168.77.40/'],
    ['a node that is no device', 'urn:uuid:5b1c0a00-7d21-11b3-80c1-000000000000'],
  ])('%s tells none', (_title, endpoint) => {
    expect(one({ endpoint })?.mac).toBeNull();
  });

  it('stands in for a scope that is none', () => {
    expect(one({ ...camera, scopes: `${scopeStart}/MAC/none` })?.mac).toBe('02:1a:5e:00:00:11');
  });
});

describe('scopes', () => {
  it.each([
    ['/name/HIKVISION%20DS-1 /hardware/DS-1', 'HIKVISION'],
    ['/name/Front%20door /hardware/DS-1', null],
    ['/name/DS-1 /hardware/DS-1', null],
    ['/name/HIKVISION%20DS-1', null],
    ['/name/X%20DS-1 /hardware/DS-1 /manufacturer/Y', 'Y'],
  ])('%s: the brand is %j', (list, manufacturer) => {
    const scopes = list.replaceAll(/(^| )\//g, `$1${scopeStart}/`);
    expect(one({ scopes })?.manufacturer).toBe(manufacturer);
  });

  it('are cleaned and limited', () => {
    const scopes = `${scopeStart}/name/a%1Bb%zz ${scopeStart}/hardware/a%1Bb ${scopeStart}/name/second`;
    expect(one({ scopes })).toMatchObject({ name: 'a%1Bb%zz', model: 'a b' });
    expect(one({ scopes: `${scopeStart}/name/${'n'.repeat(999)}` })?.name).toHaveLength(256);
    expect(one({ scopes: `onvif:// ${scopeStart}/name urn:x` })).toMatchObject({ name: null });
  });
});

describe('addresses', () => {
  it.each([
    ['http://192.168.1.64:8080/onvif/device_service', '192.168.1.64', 8080],
    ['https://192.168.1.64/onvif/device_service', '192.168.1.64', 443],
    ['HTTP://192.168.1.64', '192.168.1.64', 80],
    ['http://[2001:db8::1]:81/x', '2001:db8::1', 81],
    ['http://192.168.1.64?x', '192.168.1.64', 80],
  ])('%s', (addresses, address, port) => {
    expect(one({ addresses })?.addresses).toEqual([{ address, port }]);
  });

  it.each([
    'http://camera.local/onvif/device_service',
    'ftp://192.168.1.64/',
    'http://192.168.1.64:0/',
    'http://192.168.1.64:99999/',
    'http://192.168.1.64:8080x/',
    'http://user@192.168.1.64/',
    'http://[::1/',
    'http://[1]/',
    '//192.168.1.64/',
  ])('%s is left out', (addresses) => {
    expect(one({ addresses })?.addresses).toEqual([]);
  });

  it('are at most 16', () => {
    expect(one({ addresses: 'http://192.168.1.64 '.repeat(40) })?.addresses).toHaveLength(16);
  });
});

describe('what is refused', () => {
  it('a fault, with its words', () => {
    const fault =
      '<Envelope><Body><Fault><Code><Value>s:Sender</Value></Code><Reason>' +
      '<Text>MatchingRuleNotSupported</Text></Reason></Fault></Body></Envelope>';
    expect(decodeWsProbeMatches(bytes(fault))).toEqual({
      ok: false,
      reason: 'fault',
      detail: 's:Sender MatchingRuleNotSupported',
    });
  });

  it.each([
    ['empty', ''],
    ['malformed', '<d:ProbeMatches>'],
    ['doctype', '<!DOCTYPE a><ProbeMatch/>'],
  ])('%s', (reason, text) => {
    expect(decodeWsProbeMatches(bytes(text))).toMatchObject({ ok: false, reason });
  });

  it('nothing by an exception', () => {
    const whole = bytes(envelope(matchXml(camera)));
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0x7fffffff }), (seed) => {
        const result = decodeWsProbeMatches(mutate(whole, seededRandom(seed)));
        expect(typeof result.ok).toBe('boolean');
      }),
      { numRuns: 2000 },
    );
  });
});
