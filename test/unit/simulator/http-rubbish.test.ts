import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { trainingPassword } from '../../../main/simulator/account.ts';
import { createFleet } from '../../../main/simulator/fleet.ts';

/** Lets itself in by Basic, so that what is tried reaches the resources and not the login alone. */
function open(model: string) {
  const fleet = createFleet({
    scenario: [
      { model, webLogin: 'digest-basic', hiddenCameras: 1, channels: [{ address: '192.168.1.9' }] },
    ],
  });
  const [device] = fleet.devices;
  if (device === undefined) throw new Error('no device');
  const authorization = `Basic ${btoa(`admin:${trainingPassword}`)}`;
  const http = (method: string, path: string, body: string) =>
    device.http(
      { method, path, headers: [['Authorization', authorization]], body },
      fleet.startedAt,
    );
  return { fleet, device, http };
}

const known = [
  'System/deviceInfo', 'System/time', 'System/Network/interfaces/1', 'System/Network/interfaces/1/ipAddress',
  'System/Network/EZVIZ', 'Security/adminAccesses', 'Security/illegalLoginLock', 'Security/users', 'Security/users/1',
  'System/discoveryMode', 'ContentMgmt/InputProxy/channels', 'ContentMgmt/InputProxy/channels/1',
  'ContentMgmt/InputProxy/channels/2/status', 'ContentMgmt/Storage', 'System/configurationData',
  'System/activate', 'Security/challenge', 'System/activate/GetChallengeV3', 'System/activate/StartActivateV3',
].map((path) => `/ISAPI/${path}`); // biome-ignore format: a list
const models = [
  'DS-2CD2385G1-I',
  'DS-2CD2143G2-I',
  'DS-7732NI-I4',
  'DS-7208HUHI-K1',
  'DS-KV6113-WPE1',
];

/** A document as the device gave it, with one stretch of it replaced. */
const spoilt = fc.record({
  model: fc.constantFrom(...models),
  path: fc.constantFrom(...known),
  method: fc.constantFrom('PUT', 'POST', 'DELETE'),
  at: fc.nat({ max: 999 }),
  length: fc.nat({ max: 40 }),
  put: fc.oneof(
    fc.string({ maxLength: 20 }),
    fc.constantFrom('', '<', '</', '&', '99999999', '-1', 'true', '0.0.0.0'),
  ),
});

describe('whatever a client sends', () => {
  it('is answered with a status of HTTP, and the device stays usable', () => {
    fc.assert(
      fc.property(spoilt, ({ model, path, method, at, length, put }) => {
        const { device, http } = open(model);
        const before = http('GET', path, '')?.body ?? '';
        const start = Math.floor((at / 1000) * before.length);
        const body = before.slice(0, start) + put + before.slice(start + length);
        const reply = http(method, path, body);
        expect([200, 400, 401, 403, 404]).toContain(reply?.status);
        const { ports, net, time } = device.state;
        for (const port of Object.values(ports)) expect(port >= 1 && port <= 65_535).toBe(true);
        expect(net.address).toMatch(/^\d+\.\d+\.\d+\.\d+$/);
        expect(Number.isFinite(time.skewMs)).toBe(true);
        expect(device.hasPassword(trainingPassword)).toBe(true);
        expect(http('GET', '/ISAPI/System/status', '')?.status).toBe(200);
      }),
      { numRuns: 600 },
    );
  });

  it('paths and methods of any kind come to an answer', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...models),
        fc.constantFrom('GET', 'HEAD', 'PUT', 'PATCH', 'OPTIONS', 'constructor'),
        fc.oneof(
          fc.webPath(),
          fc.constantFrom('/ISAPI/', '/ISAPI/__proto__', '/ISAPI/System/factoryReset?mode=%', '//'),
        ),
        (model, method, path) => {
          const { http } = open(model);
          expect(http(method, path, '')?.status).toBeGreaterThanOrEqual(200);
        },
      ),
      { numRuns: 300 },
    );
  });
});
