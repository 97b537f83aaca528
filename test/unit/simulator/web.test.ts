import { describe, expect, it } from 'vitest';
import { decodeActivateStatus } from '../../../main/protocol/isapi/activate-status.ts';
import { decodeWsProbeMatches } from '../../../main/protocol/ws-discovery/decode.ts';
import { encodeWsProbe } from '../../../main/protocol/ws-discovery/encode.ts';
import { models } from '../../../main/simulator/models.ts';
import type { SimHttpReply } from '../../../main/simulator/types.ts';
import { bytes, device, multicast, text } from './helpers.ts';

const header = (reply: SimHttpReply | null, name: string): string | undefined =>
  reply?.headers.find(([key]) => key === name)?.[1];

describe('HTTP', () => {
  it.each([
    [
      'DS-2CD2385G1-I',
      'App-webs/',
      /^Digest qop="auth", realm="IP Camera\(\w{5}\)", nonce="[0-9a-f]{48}", stale="FALSE"$/,
    ],
    ['DS-2CD2143G2-I', 'webserver', /^Digest qop="auth", realm="IP Camera/],
    [
      'DS-7732NI-I4',
      'DNVRS-Webs',
      /^Digest realm="[0-9a-f]{24}", domain="::", qop="auth", nonce="[0-9a-f]{32}:\d+"/,
    ],
    ['DS-7208HUHI-K1', 'DVRDVS-Webs', /algorithm="MD5"/],
    ['DS-KV6113-WPE1', 'webserver', /realm="DS-[0-9A-F]{6}"/],
    ['DS-2CD2132-I', 'App-webs/', /^Basic realm="DS-2CD2132-I"$/],
  ])('%s shows its family', (model, server, challenge) => {
    const reply = device({ model }).httpGet('/ISAPI/System/deviceInfo');
    expect(reply?.status).toBe(401);
    expect(header(reply, 'Server')).toBe(server);
    expect(header(reply, 'WWW-Authenticate')).toMatch(challenge);
  });

  it('gives a fresh nonce each time', () => {
    const camera = device({ model: 'DS-2CD2385G1-I' });
    const nonce = (): string | undefined =>
      header(camera.httpGet('/ISAPI/System/status'), 'WWW-Authenticate');
    expect(nonce()).not.toBe(nonce());
  });

  it('sends a visitor to the login page', () => {
    expect(device({ model: 'DS-2CD2385G1-I' }).httpGet('/')?.body).toContain('/doc/page/login.asp');
    expect(device({ model: 'DS-2CD2385G1-I' }).httpGet('/doc/page/login.asp?_1')?.status).toBe(200);
    expect(device({ model: 'DS-2CD2143G2-I' }).httpGet('/')?.body).toContain(
      '/doc/index.html#/portal/login',
    );
    expect(device({ model: 'DS-2CD2143G2-I' }).httpGet('/nothing')?.status).toBe(404);
  });

  it('tells whether it is activated, without a login', () => {
    const ask = (model: string, isActivated: boolean): string =>
      device({ model, isActivated }).httpGet('/SDK/activateStatus')?.body ?? '';
    expect(decodeActivateStatus(ask('DS-2CD2143G2-I', false))).toEqual({
      ok: true,
      activated: false,
      supportVersion: 3,
    });
    expect(decodeActivateStatus(ask('DS-2CD2385G1-I', true))).toEqual({
      ok: true,
      activated: true,
      supportVersion: null,
    });
    expect(device({ model: 'DS-2CD2432F-IW' }).httpGet('/SDK/activateStatus')?.status).toBe(404);
  });

  it('refuses ISAPI before activation', () => {
    const reply = device({ model: 'DS-2CD2143G2-I', isActivated: false }).httpGet(
      '/ISAPI/System/deviceInfo?x=1',
    );
    expect(reply?.status).toBe(403);
    expect(reply?.body).toContain('<subStatusCode>notActivated</subStatusCode>');
    expect(reply?.body).toContain('<requestURL>/ISAPI/System/deviceInfo</requestURL>');
  });

  it('is absent from indoor stations and EZVIZ cameras', () => {
    for (const model of ['DS-KH6320-WTE1', 'CS-C3W-A0-3H4WFRL']) {
      expect(device({ model }).httpGet('/')).toBeNull();
      expect(device({ model }).openPorts).not.toContain(80);
      expect(device({ model }).openPorts).toContain(8000);
    }
  });

  it('of another maker shows nothing of the family', () => {
    for (const model of ['router-web', 'Acme IPC-200']) {
      const reply = device({ model }).httpGet('/');
      expect(header(reply, 'Server')).not.toMatch(/webs|webserver/i);
      expect(device({ model }).httpGet('/SDK/activateStatus')?.status).toBe(404);
      expect(device({ model }).openPorts).not.toContain(8000);
    }
  });
});

describe('WS-Discovery', () => {
  const probe = encodeWsProbe('84ede3de-7dec-41d0-8360-f01234567890');

  it('answers a Probe with who and where it is', () => {
    const camera = device({ model: 'DS-2CD5026EFWD-A', address: '192.168.1.77', httpPort: 8080 });
    const [reply] = camera.receiveWsDiscovery(probe, multicast);
    expect(reply?.via).toBe('unicast');
    const result = decodeWsProbeMatches(reply?.data ?? new Uint8Array());
    expect(result).toMatchObject({
      ok: true,
      matches: [
        {
          mac: camera.mac,
          model: 'DS-2CD5026EFWD-A',
          addresses: [{ address: '192.168.1.77', port: 8080 }],
        },
      ],
    });
    expect(text(reply?.data)).toContain(camera.mac.replaceAll(':', ''));
    expect(text(reply?.data)).toContain('84ede3de-7dec-41d0-8360-f01234567890');
  });

  it('is off unless the owner turned it on', () => {
    expect(device({ model: 'DS-2CD2385G1-I' }).receiveWsDiscovery(probe, multicast)).toEqual([]);
    expect(
      device({ model: 'DS-2CD2385G1-I', isOnvifOn: true }).receiveWsDiscovery(probe, multicast),
    ).toHaveLength(1);
  });

  it('answers an unusual Probe with a fault, and others not at all', () => {
    const camera = device({ model: 'Acme IPC-200' });
    const unusual = text(probe).replace(/Types>/, 'Types> <x MatchBy="y"/>');
    expect(text(camera.receiveWsDiscovery(bytes(unusual), multicast)[0]?.data)).toContain(
      'MatchingRuleNotSupported',
    );
    const printers = text(probe).replace(/NetworkVideoTransmitter|Device/g, 'Printer');
    expect(camera.receiveWsDiscovery(bytes(printers), multicast)).toEqual([]);
    expect(camera.receiveWsDiscovery(bytes('rubbish'), multicast)).toEqual([]);
  });

  it('says Hello too', () => {
    expect(text(device({ model: 'Acme IPC-200' }).wsHello(0)?.data)).toContain('<d:Hello>');
    expect(device({ model: 'DS-2CD2385G1-I' }).wsHello(0)).toBeNull();
  });
});

describe('every model', () => {
  it.each([...models.keys()])('%s has ports and answers every door without failing', (model) => {
    const made = device({ model });
    expect(made.openPorts.length).toBeGreaterThan(0);
    for (const path of ['/', '/ISAPI/System/deviceInfo', '/SDK/language', '/x']) {
      const reply = made.httpGet(path);
      if (reply !== null) expect(reply.status).toBeGreaterThanOrEqual(200);
    }
  });
});
