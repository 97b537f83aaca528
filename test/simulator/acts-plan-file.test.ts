import { describe, expect, test } from 'vitest';
import type { DeviceSpec } from '../../main/simulator/types.ts';
import { type ActsSite, badPlan, createActsSite, trainingPassword } from '../helpers/acts-site.ts';

const secrets = { all: trainingPassword };
const models = ['DS-2CD2385G1-I', 'DS-2CD2143G2-I', 'DS-7608NI-K2/8P', 'DS-KV6113-WPE1'];
const at = (host: number, index: number, more: Partial<DeviceSpec> = {}): DeviceSpec => ({
  ...{ model: models[index % models.length] ?? '', address: `192.168.1.${host}` },
  ...{ mask: '255.255.255.0', gateway: '192.168.1.1' },
  ...more,
});

async function site(count = 4): Promise<ActsSite> {
  return createActsSite({
    devices: Array.from({ length: count }, (_, index) => at(20 + index, index)),
  });
}

const serial = ({ fleet }: ActsSite, index: number): string => fleet.devices[index]?.serial ?? '';
const mac = ({ fleet }: ActsSite, index: number): string => fleet.devices[index]?.mac ?? '';

describe('a plan file', () => {
  test('shows the differences before anything is sent, and is carried out', async () => {
    const rig = await site();
    const csv = [
      'Name,IP,Serial',
      `Gate,192.168.1.80,${serial(rig, 0)}`,
      `Hall,192.168.1.81,${serial(rig, 1).slice(-9)}`,
      `,192.168.1.22,${serial(rig, 2)}`,
    ].join('\n');
    const { rows, problems } = await rig.ask('network.readPlan', { csv });
    expect(problems).toEqual([]);
    expect(rows).toMatchObject([
      {
        line: 2,
        name: 'Gate',
        from: { ipv4Address: '192.168.1.20' },
        to: { ipv4Address: '192.168.1.80' },
      },
      { line: 3, name: 'Hall', to: { ipv4Address: '192.168.1.81' }, problems: [] },
      { line: 4, name: null, to: {}, problems: [{ code: 'no-change', level: 'caution' }] },
    ]);
    expect(
      rig.network.sent.filter(({ data }) => String.fromCharCode(...data).includes('update')),
    ).toEqual([]);
    const changes = rows
      .slice(0, 2)
      .flatMap(({ device, to, name }) =>
        device === null ? [] : [{ id: device.id, edit: to, name: name ?? '' }],
      );
    const job = await rig.ended(await rig.ask('network.set', { changes, secrets }));
    expect(job.counts).toEqual({ verified: 2 });
    const named = (await rig.rows()).map(({ name, ipv4Address }) => [name, ipv4Address]);
    expect(named.slice(0, 2)).toEqual([
      ['Gate', '192.168.1.80'],
      ['Hall', '192.168.1.81'],
    ]);
  });

  test('unknown devices, doubled addresses and nonsense are errors on their rows', async () => {
    const rig = await site();
    const csv = [
      'mac;ip;mask;gateway;http port;dhcp',
      `${mac(rig, 0).toUpperCase().replaceAll(':', '-')};192.168.1.80;;;;`,
      `${mac(rig, 1)};192.168.1.80;;;;`,
      '00:11:22:33:44:55;192.168.1.81;;;;',
      `${mac(rig, 2)};192.168.1.300;255.255.0.255;;99999;`,
      `${mac(rig, 3)};192.168.1.83;255.255.255.0;192.168.7.1;;`,
      ';192.168.1.84;;;;',
      `${mac(rig, 0)};192.168.1.85;;;;`,
    ].join('\r\n');
    const { rows } = await rig.ask('network.readPlan', { csv });
    const codes = rows.map(({ problems }) => problems.map(({ code }) => code));
    expect(codes).toEqual([
      ['doubled-in-plan'],
      ['doubled-in-plan'],
      ['unknown-device'],
      ['bad-port', 'bad-address', 'bad-mask'],
      ['gateway-outside'],
      ['missing-column'],
      ['doubled-in-plan'],
    ]);
    expect(rows[0]?.problems[0]?.params).toEqual({ line: 3 });
    expect(rows[6]?.problems[0]?.params).toEqual({ line: 2 });
  });

  test('serial and MAC that name two devices, and a tail that fits two, are ambiguous', async () => {
    const rig = await createActsSite({
      devices: [
        at(20, 0, { serial: 'DS-2CD2385G1-I20200414AAWRE111222333' }),
        at(21, 0, { serial: 'DS-2CD2385G1-I20210414AAWRE999222333' }),
      ],
    });
    const csv = `serial\tmac\tip\n222333\t\t192.168.1.80\n${serial(rig, 0)}\t${mac(rig, 1)}\t192.168.1.81\n`;
    const { rows } = await rig.ask('network.readPlan', { csv });
    expect(rows.map(({ problems }) => problems[0])).toMatchObject([
      { code: 'ambiguous-device', params: { candidates: '111222333, 999222333' } },
      { code: 'ambiguous-device' },
    ]);
  });

  test.each([
    ['csv', 'en', '=HYPERLINK("x")'],
    ['csv', 'it', "'t Hoekje"],
    ['csv', 'es', '0012'],
    ['xlsx', 'en', '=HYPERLINK("x")'],
    ['xlsx', 'it', "'t Hoekje"],
    ['xlsx', 'es', "'0012"],
  ] as const)(
    'our own export as %s in %s reads back as no change',
    async (format, locale, name) => {
      const rig = await createActsSite({
        devices: [
          at(20, 0),
          at(21, 1, { isDhcp: true }),
          at(22, 2, { httpPort: 8081, gateway: '0.0.0.0' }),
          at(23, 3),
        ],
      });
      const [first] = await rig.ids();
      if (first === undefined) throw new Error('devices');
      await rig.ask('devices.edit', { id: first, name });
      const { base64 } = await rig.ask('devices.export', { format, locale });
      const { text: csv, sheet } = await rig.ask('table.read', { base64 });
      expect(sheet === null).toBe(format === 'csv');
      const { rows, problems } = await rig.ask('network.readPlan', { csv });
      expect(problems).toEqual([]);
      expect(rows).toHaveLength(4);
      expect(rows.map((row) => row.line)).toEqual([2, 3, 4, 5]);
      for (const row of rows) {
        expect(row.to).toEqual({});
        expect(row.problems).toEqual([{ code: 'no-change', level: 'caution', params: {} }]);
      }
    },
  );

  test.each([
    ['Numero di serie;Indirizzo IP;Maschera di sottorete;Porta HTTP', ';'],
    ['Número de serie,Dirección IP,Máscara de subred,Puerto HTTP', ','],
    ['S/N\tNew IP\tNetmask\tHTTP', '\t'],
  ])('headers as people write them: %s', async (head, separator) => {
    const rig = await site(1);
    const line = [serial(rig, 0), '192.168.1.80/25', '', '8080'].join(separator);
    const { rows } = await rig.ask('network.readPlan', {
      csv: `\uFEFFsep=${separator}\n${head}\n${line}`,
    });
    expect(rows[0]?.to).toEqual({
      ...{ ipv4Address: '192.168.1.80', ipv4Mask: '255.255.255.128', httpPort: 8080 },
    });
    expect(rows[0]?.problems).toEqual([]);
  });

  test('DHCP may stand where others have an address', async () => {
    const rig = await site(2);
    const csv = `serial,ip,mask,dhcp\n${serial(rig, 0)},DHCP,255.255.255.0,\n${serial(rig, 1)},192.168.1.99,,sì`;
    const { rows } = await rig.ask('network.readPlan', { csv });
    expect(rows.map(({ to }) => to)).toEqual([{ dhcpEnabled: true }, { dhcpEnabled: true }]);
  });

  test('an address somebody else has is an error on its row, by list and by wire', async () => {
    const rig = await site(2);
    rig.fleet.add(at(90, 0, { sadp: 'off' }));
    const csv = `serial,ip\n${serial(rig, 0)},192.168.1.90\n${serial(rig, 1)},192.168.1.20`;
    const { rows } = await rig.ask('network.readPlan', { csv });
    expect(rows.map(({ problems }) => problems.map(({ code }) => code))).toEqual([
      ['used-on-wire'],
      [],
    ]);
    const onlySecond = `serial,ip\n${serial(rig, 1)},192.168.1.20`;
    const other = await rig.ask('network.readPlan', { csv: onlySecond });
    expect(other.rows[0]?.problems[0]).toMatchObject({ code: 'used-by-device', level: 'stop' });
  });

  test.each([
    ['', 'empty', 1],
    ['serial,ip\n', 'no-rows', 1],
    ['name,ip\nGate,192.168.1.9', 'missing-column: serial, mac', 1],
    [`serial\n${'x\n'.repeat(5001)}`, 'too-many-rows', 5001],
  ])('%j cannot be a plan', async (csv, problem, line) => {
    const rig = await site(1);
    await expect(rig.ask('network.readPlan', { csv })).rejects.toThrow(badPlan(problem, line));
  });
});
