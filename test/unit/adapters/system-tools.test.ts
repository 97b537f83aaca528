import { describe, expect, it } from 'vitest';
import {
  parseNetstatRoutes,
  parseProcRoute,
  parseRcvbufErrors,
  parseRoutePrint,
  readFacts,
  readRcvbufErrors,
} from '../../../main/adapters/node/facts.ts';
import { parseNetsh, parsePowershell, readFirewall } from '../../../main/adapters/node/firewall.ts';
import {
  parseArpCommand,
  parseProcArp,
  readNeighbourMac,
} from '../../../main/adapters/node/neighbours.ts';
import {
  findPortHolder,
  parseLsof,
  parseNetstat,
  parseProcUdp,
  parseTasklist,
  programName,
} from '../../../main/adapters/node/port-holder.ts';
import { type RunCommand, runCommand } from '../../../main/adapters/node/run-command.ts';

/** Answers by the end of the program's name; everything else fails. */
function tools(answers: Readonly<Record<string, string>>): RunCommand {
  return async (file) => {
    const name = Object.keys(answers).find((end) => file.endsWith(end));
    return name === undefined ? null : (answers[name] ?? null);
  };
}

describe('who holds a port', () => {
  it('reads /proc/net/udp', () => {
    const text = [
      '   sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode ref pointer drops',
      '  302: 00000000:909C 00000000:0000 07 00000000:00000000 00:00000000 00000000  1000        0 41873 2 00000000 0',
      '  302: 0100007F:0035 00000000:0000 07 00000000:00000000 00:00000000 00000000     0        0 41874 2 00000000 0',
    ].join('\n');
    expect(parseProcUdp(text, 37_020)).toEqual([{ inode: '41873', uid: '1000' }]);
    expect(parseProcUdp('', 37_020)).toEqual([]);
  });

  it.each([
    ['SADPTool.exe', '/usr/lib/wine/wine64-preloader', 'C:\\SADPTool.exe\0', 'SADPTool.exe'],
    ['MainThread', '/usr/bin/node', 'node\0--no-warnings\0/srv/bridge/index.js\0', 'node index.js'],
    ['MainThread', '/opt/untether/untether', '/opt/untether/untether\0', 'untether'],
    ['python3', '/usr/bin/python3.13', 'python3\0-u\0/home/mario/sadp.py\0', 'python3 sadp.py'],
    ['python3.13', '/usr/bin/python3.13', 'python3\0', 'python3.13'],
    ['', '', '', 'unknown'],
  ])('calls comm %j of %j by a name people know', (comm, exe, cmdline, name) => {
    expect(programName(comm, exe, cmdline)).toBe(name);
  });

  it('names the other program on macOS, not us', async () => {
    const lsof = `p${process.pid}\ncElectron\nf23\np812\ncSADPTool\nf12\n`;
    expect(parseLsof(lsof)).toHaveLength(2);
    expect(await findPortHolder(37_020, tools({ lsof }), 'darwin')).toBe('SADPTool (812)');
    expect(await findPortHolder(37_020, tools({}), 'darwin')).toBeNull();
  });

  it('names the other program on Windows, not us', async () => {
    const netstat = [
      '',
      'Connessioni attive',
      '',
      '  Proto  Indirizzo locale          Indirizzo esterno        Stato           PID',
      `  UDP    0.0.0.0:37020          *:*                                    ${process.pid}`,
      '  UDP    192.168.1.20:37020     *:*                                    5312',
      '  UDP    [::]:5353              *:*                                    1804',
      '  UDP    0.0.0.0:3702           *:*                                    2210',
    ].join('\r\n');
    expect(parseNetstat(netstat, 37_020)).toEqual([process.pid, 5312]);
    const tasklist = '\r\n"SADPTool.exe","5312","Console","1","48.212 K"\r\n';
    expect(parseTasklist(tasklist)).toBe('SADPTool.exe');
    expect(parseTasklist('INFO: No tasks are running which match')).toBeNull();
    const both = tools({ 'netstat.exe': netstat, 'tasklist.exe': tasklist });
    expect(await findPortHolder(37_020, both, 'win32')).toBe('SADPTool.exe (5312)');
    const onlyNetstat = tools({ 'netstat.exe': netstat });
    expect(await findPortHolder(37_020, onlyNetstat, 'win32')).toBe('unknown (5312)');
    expect(await findPortHolder(37_020, tools({}), 'win32')).toBeNull();
  });
});

describe('the neighbour table', () => {
  it('reads /proc/net/arp, complete entries only', () => {
    const text = [
      'IP address       HW type     Flags       HW address            Mask     Device',
      '192.168.1.64     0x1         0x2         44:19:b6:0A:0b:0c     *        eth0',
      '192.168.1.65     0x1         0x0         00:00:00:00:00:00     *        eth0',
      '192.168.1.66     0x1         0x2         00:00:00:00:00:00     *        eth0',
    ].join('\n');
    expect(parseProcArp(text, '192.168.1.64')).toBe('44:19:b6:0a:0b:0c');
    expect(parseProcArp(text, '192.168.1.65')).toBeNull();
    expect(parseProcArp(text, '192.168.1.66')).toBeNull();
    expect(parseProcArp(text, '192.168.1.6')).toBeNull();
  });

  it('reads arp of macOS, which leaves out leading zeros', async () => {
    const arp = '? (192.168.1.64) at 44:19:b6:a:0:c on en0 ifscope [ethernet]\n';
    expect(await readNeighbourMac('192.168.1.64', tools({ arp }), 'darwin')).toBe(
      '44:19:b6:0a:00:0c',
    );
    const none = '192.168.1.65 (192.168.1.65) -- no entry\n';
    expect(parseArpCommand(none, '192.168.1.65')).toBeNull();
    expect(parseArpCommand('? (192.168.1.66) at (incomplete) on en0', '192.168.1.66')).toBeNull();
  });

  it('reads arp of Windows', async () => {
    const text = [
      'Interfaccia: 192.168.1.20 --- 0x7',
      '  Indirizzo Internet    Indirizzo fisico      Tipo',
      '  192.168.1.64          44-19-b6-0a-0b-0c     dinamico',
    ].join('\r\n');
    expect(await readNeighbourMac('192.168.1.64', tools({ 'arp.exe': text }), 'win32')).toBe(
      '44:19:b6:0a:0b:0c',
    );
    expect(await readNeighbourMac('192.168.1.20', tools({ 'arp.exe': text }), 'win32')).toBeNull();
    expect(await readNeighbourMac('192.168.1.64', tools({}), 'win32')).toBeNull();
  });
});

describe('the Windows firewall', () => {
  const connections = [
    { InterfaceAlias: 'Ethernet', NetworkCategory: 0 },
    { InterfaceAlias: 'Wi-Fi', NetworkCategory: 1 },
  ];
  const profiles = [
    { Name: 'Domain', Enabled: 1 },
    { Name: 'Private', Enabled: 0 },
    { Name: 'Public', Enabled: 1 },
  ];

  it('matches adapters with their profile, in numbers or words', () => {
    expect(parsePowershell(`\uFEFF${JSON.stringify({ connections, profiles })}\r\n`)).toEqual([
      { adapter: 'Ethernet', profile: 'public', isOn: true },
      { adapter: 'Wi-Fi', profile: 'private', isOn: false },
    ]);
    const words = {
      connections: { InterfaceAlias: 'LAN', NetworkCategory: 'DomainAuthenticated' },
      profiles: [{ Name: 'Domain', Enabled: 'True' }],
    };
    expect(parsePowershell(JSON.stringify(words))).toEqual([
      { adapter: 'LAN', profile: 'domain', isOn: true },
    ]);
  });

  it.each([
    ['', null],
    ['Access denied', null],
    ['{"profiles":[]}', null],
    ['[1]', null],
  ])('takes %j for nothing', (text, expected) => {
    expect(parsePowershell(text)).toBe(expected);
  });

  const netsh = [
    'Domain Profile Settings: ',
    '----------------------------------------------------------------------',
    'State                                 ON',
    '',
    'Private Profile Settings: ',
    '----------------------------------------------------------------------',
    'State                                 OFF',
    '',
    'Public Profile Settings: ',
    '----------------------------------------------------------------------',
    'State                                 ON',
    'Ok.',
  ].join('\r\n');

  it('falls back to netsh, and to nothing when its words are translated', async () => {
    const found = await readFirewall(tools({ 'netsh.exe': netsh }));
    expect(found).toEqual({
      source: 'netsh advfirewall',
      facts: [
        { adapter: '*', profile: 'domain', isOn: true },
        { adapter: '*', profile: 'private', isOn: false },
        { adapter: '*', profile: 'public', isOn: true },
      ],
    });
    expect(parseNetsh('Impostazioni Profilo di dominio:\r\nStato     ATTIVO')).toBeNull();
    expect((await readFirewall(tools({}))).facts).toBeNull();
  });
});

describe('routes and counters', () => {
  it('reads RcvbufErrors by its name, not its place', () => {
    const text = [
      'Ip: Forwarding DefaultTTL',
      'Ip: 1 64',
      'Udp: InDatagrams NoPorts InErrors OutDatagrams RcvbufErrors SndbufErrors',
      'Udp: 106 0 7 107 7 0',
      'UdpLite: InDatagrams RcvbufErrors',
      'UdpLite: 0 9',
    ].join('\n');
    expect(parseRcvbufErrors(text)).toBe(7);
    expect(parseRcvbufErrors('Udp: InDatagrams\nUdp: 1')).toBeNull();
    expect(parseRcvbufErrors('')).toBeNull();
    expect(readRcvbufErrors('darwin')).toBeNull();
  });

  it('reads default routes of the three systems', () => {
    const proc = [
      'Iface	Destination	Gateway 	Flags	RefCnt	Use	Metric	Mask		MTU	Window	IRTT',
      'wlp3s0	00000000	0107A8C0	0003	0	0	600	00000000	0	0	0',
      'eth0	0001A8C0	00000000	0001	0	0	100	00FFFFFF	0	0	0',
      'eth1	00000000	0101A8C0	0002	0	0	100	00000000	0	0	0',
    ].join('\n');
    expect(parseProcRoute(proc)).toEqual(['wlp3s0']);
    const mac = [
      'Destination        Gateway            Flags               Netif Expire',
      'default            192.168.7.1        UGScg                 en0',
      'default            link#20            UCSIg           bridge100      !',
      '127                127.0.0.1          UCS                   lo0',
    ].join('\n');
    expect(parseNetstatRoutes(mac)).toEqual(['en0', 'bridge100']);
    const windows = [
      'Indirizzo rete             Mask          Gateway     Interfaccia Metrica',
      '          0.0.0.0          0.0.0.0      192.168.7.1     192.168.7.20     35',
      '        127.0.0.0        255.0.0.0         On-link         127.0.0.1    331',
    ].join('\r\n');
    expect(parseRoutePrint(windows)).toEqual(['192.168.7.20']);
  });

  it('leaves facts empty, without an error, when every tool fails', async () => {
    for (const platform of ['win32', 'darwin']) {
      const facts = await readFacts({
        adapters: [],
        droppedDatagrams: null,
        run: tools({}),
        platform,
      });
      expect(facts).toMatchObject({
        platform,
        rpFilter: null,
        defaultRoutes: null,
        droppedDatagrams: null,
        portHolder: null,
        firewall: null,
      });
    }
  });
});

describe('runCommand', () => {
  const code = (text: string) => ['-e', text];

  it('gives the output', async () => {
    expect(await runCommand(process.execPath, code('console.log(7)'), 10_000)).toBe('7\n');
  });

  it.each([
    ['a program that fails', process.execPath, code('process.exit(3)'), 10_000],
    ['a program that is not there', '/nowhere/at-all', [], 10_000],
    ['a program that hangs', process.execPath, code('setInterval(() => 0, 1000)'), 200],
  ])('gives null for %s', async (_name, file, args, timeoutMs) => {
    expect(await runCommand(file, args, timeoutMs)).toBeNull();
  });
});
