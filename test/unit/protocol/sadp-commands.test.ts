import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NetworkValues } from '../../../main/contract/job.ts';
import {
  buildExchangeRequest,
  buildPasswordRequest,
  buildPlainRequest,
  buildUpdateElements,
  missingForUpdate,
  type PasswordCommand,
  passwordCommands,
  planCommand,
  wireMac,
} from '../../../main/protocol/sadp/commands.ts';
import { encodeSadpRequest, type SadpRequest } from '../../../main/protocol/sadp/encode.ts';
import { exchangeTypes } from '../../../main/protocol/sadp/exchange.ts';
import type { SadpGeneration } from '../../../main/protocol/sadp/generation.ts';
import { crypto, exchange, password, randomOf, salt } from './sadp-secrets.ts';

const uuid = '34AE2EEE-F340-4DBB-B0BA-DB16D085BE64';
const mac = 'bc-ad-28-00-00-01';
const start = '<?xml version="1.0" encoding="utf-8"?><Probe>';
const text = (request: SadpRequest) => new TextDecoder().decode(encodeSadpRequest(request));
/** Element names in the order they are sent. */
const names = (request: SadpRequest) =>
  [...text(request).matchAll(/<(\w+)[^<>?]*>[^<]/g)].map(([, name]) => name);

const values: NetworkValues = {
  ipv4Address: '192.168.50.65',
  ipv4Mask: '255.255.255.0',
  ipv4Gateway: '192.168.50.1',
  dhcpEnabled: false,
  commandPort: 8000,
  httpPort: 80,
  sdkOverTlsPort: 8443,
  ipv6Address: null,
  ipv6Gateway: null,
  ipv6Prefix: null,
};

/** A request with all a device of that generation may need. */
function build(command: PasswordCommand, generation: SadpGeneration, more = {}): SadpRequest {
  const iv = 'c36623aad0611570ea0e58083d0006b6';
  const tools = { crypto, random: randomOf(iv) };
  const target = { mac, salt, encrypt: true };
  const input = { command, generation, target, secret: password, exchange, uuid };
  return buildPasswordRequest(tools, { ...input, ...more });
}

describe('Edit IP', () => {
  it('is byte for byte what the vendor\u2019s client sends, generation 3.0', () => {
    const elements = buildUpdateElements(values, '3.0');
    expect(text(build('update', '3.0', { exchange: null, elements }))).toBe(
      `${start}<Uuid>34AE2EEE-F340-4DBB-B0BA-DB16D085BE64</Uuid><Types>update</Types><PWErrorParse>true</PWErrorParse><MAC>bc-ad-28-00-00-01</MAC><Password bSalt="true">mN6mxiGci1UDtInMbqtqAbyDtD8MMbVCZZHqFafndbPE4HBQwnwtXM5fMWZws7/peUpCPwZEjG7LW0yvbNLxWQ==</Password><IPv4Address>192.168.50.65</IPv4Address><CommandPort>8000</CommandPort><IPv4SubnetMask>255.255.255.0</IPv4SubnetMask><IPv4Gateway>192.168.50.1</IPv4Gateway><IPv6Address>::</IPv6Address><IPv6Gateway>::</IPv6Gateway><IPv6MaskLen>64</IPv6MaskLen><DHCP>false</DHCP><HttpPort>80</HttpPort><SDKOverTLSPort>8443</SDKOverTLSPort></Probe>`,
    );
  });

  it('has another order, an Iv and no attribute in generation 3.1', () => {
    const elements = buildUpdateElements(values, '3.1');
    expect(text(build('update', '3.1', { elements }))).toBe(
      `${start}<Uuid>${uuid}</Uuid><Types>update_v31</Types><PWErrorParse>true</PWErrorParse><MAC>${mac}</MAC><Password>XxRqvIAWR9ubbWAyXcJZ+Q==</Password><Iv>c36623aad0611570ea0e58083d0006b6</Iv><CommandPort>8000</CommandPort><HttpPort>80</HttpPort><IPv4Address>192.168.50.65</IPv4Address><IPv4SubnetMask>255.255.255.0</IPv4SubnetMask><IPv4Gateway>192.168.50.1</IPv4Gateway><IPv6Address>::</IPv6Address><IPv6Gateway>::</IPv6Gateway><IPv6MaskLen>64</IPv6MaskLen><DHCP>false</DHCP><SDKOverTLSPort>8443</SDKOverTLSPort></Probe>`,
    );
  });

  it('of generation 2.x carries the key alone', () => {
    const target = { mac };
    const request = build('update', '2.x', { target, exchange: null });
    expect(text(request)).toContain('<Password>I+pjJSuNj0PXUQGk81hBrw==</Password></Probe>');
  });

  it.each(['2.x', '3.0', '3.1'] as const)('leaves out ports not reported, %s', (generation) => {
    for (const port of [null, 0]) {
      const bare = { ...values, httpPort: port, sdkOverTlsPort: port };
      const sent = buildUpdateElements(bare, generation).map(([name]) => name);
      const full = buildUpdateElements(values, generation).map(([name]) => name);
      expect(full).toHaveLength(10);
      expect(sent).toEqual(full.filter((name) => !['HttpPort', 'SDKOverTLSPort'].includes(name)));
    }
  });

  it('sends the addresses with DHCP too, and IPv6 as it is set', () => {
    const ipv6 = { ipv6Address: 'fe80::1', ipv6Gateway: 'fe80::2', ipv6Prefix: 0 };
    const sent = new Map(buildUpdateElements({ ...values, ...ipv6, dhcpEnabled: true }, '3.0'));
    expect(sent.get('DHCP')).toBe('true');
    expect(sent.get('IPv4Address')).toBe('192.168.50.65');
    expect(sent.get('IPv6Address')).toBe('fe80::1');
    expect(sent.get('IPv6Gateway')).toBe('fe80::2');
    expect(sent.get('IPv6MaskLen')).toBe('0');
  });

  it.each(['ipv4Address', 'ipv4Mask', 'ipv4Gateway', 'dhcpEnabled', 'commandPort'] as const)(
    'is not built without %s',
    (key) => {
      const incomplete = { ...values, [key]: null };
      expect(missingForUpdate(incomplete)).toEqual([key]);
      expect(() => buildUpdateElements(incomplete, '3.0')).toThrow(RangeError);
      expect(missingForUpdate(values)).toEqual([]);
    },
  );
});

describe('the commands', () => {
  const enable = [['HCPlatformEnable', 'true']] as const;
  const verification = [['VerificationCode', 'ABCDEF']] as const;

  it('activate, generation 3.0, byte for byte', () => {
    const request = build('activate', '3.0', { uuid: 'F46A4C3E-322C-444F-AD33-E5324A629F16' });
    expect(text(request)).toBe(
      `${start}<Uuid>F46A4C3E-322C-444F-AD33-E5324A629F16</Uuid><MAC>bc-ad-28-00-00-01</MAC><Types>activate</Types><Password>cnJ+iB7c/QEApxhoeQm1ZSDWOa2Wtza6f/Bnl3ok5yc=</Password></Probe>`,
    );
  });

  it.each([
    ['activate', '2.x', {}, ['Uuid', 'MAC', 'Types', 'Password'], 'activate'],
    ['activate', '3.1', {}, ['Uuid', 'MAC', 'Types', 'Password', 'Iv'], 'activate_v31'],
    ['ezvizUnbind', '3.0', {}, ['Uuid', 'MAC', 'Types', 'Password'], 'ezvizUnbind'],
    ['ezvizUnbind', '3.1', {}, ['Uuid', 'MAC', 'Types', 'Password', 'Iv'], 'ezvizUnbind_v31'],
    ['ezvizUnbindDelUsers', '3.0', {}, ['Uuid', 'MAC', 'Types', 'Code'], 'ezvizUnbindDelUsers'],
    ['ezvizUnbindDelUsers', '3.1', {}, ['Uuid', 'MAC', 'Types', 'Code'], 'ezvizUnbindDelUsers'],
    ['restoreInactive', '3.0', {}, ['Uuid', 'MAC', 'Types', 'Password'], 'restoreInactive'],
    [
      'SetHCPlatform',
      '3.0',
      { elements: enable },
      ['Uuid', 'MAC', 'Types', 'HCPlatformEnable', 'Password'],
      'SetHCPlatform',
    ],
    [
      'SetHCPlatform',
      '3.1',
      { elements: enable },
      ['Uuid', 'MAC', 'Types', 'HCPlatformEnable', 'Password', 'Iv'],
      'SetHCPlatform_v31',
    ],
    [
      'SetVerificationCode',
      '3.0',
      { elements: verification },
      ['Uuid', 'MAC', 'Types', 'VerificationCode', 'Password'],
      'SetVerificationCode',
    ],
    [
      'SetVerificationCode',
      '3.1',
      { elements: verification },
      ['Uuid', 'MAC', 'Types', 'VerificationCode', 'Password'],
      'SetVerificationCode',
    ],
  ] as const)('%s, generation %s: order and name', (command, generation, more, order, types) => {
    const request = build(command, generation, more);
    expect(request.types).toBe(types);
    expect(names(request)).toEqual(order);
  });

  it('sends the vendor\u2019s code encrypted, and says so', () => {
    const request = build('ezvizUnbindDelUsers', '3.0', { secret: 'CODE1234' });
    expect(text(request)).toContain(
      '<Code bEncrypt="true">cnJ+iB7c/QEApxhoeQm1ZXoAsgiNJ50dQ1FjIz7qkO0=</Code></Probe>',
    );
  });

  it.each([
    [
      'SetHCPlatform',
      '1210e799cd82e001e0ac7a2ac2388a28',
      enable,
      '<HCPlatformEnable>true</HCPlatformEnable><Password>6AtwUfnTSvg19J46xkKy+w==</Password>',
    ],
    [
      'ezvizUnbind',
      'af617c448efe39954affd23569e790db',
      [],
      '<Password>IwL7xc+0OSc3yPxW7OgCsA==</Password>',
    ],
  ] as const)('%s of 3.1 proves the password with its Iv', (command, iv, elements, expected) => {
    const tools = { crypto, random: randomOf(iv) };
    const input = { command, generation: '3.1', secret: password, exchange, uuid } as const;
    const request = buildPasswordRequest(tools, { ...input, elements, target: { mac, salt } });
    expect(text(request)).toContain(`${expected}<Iv>${iv}</Iv></Probe>`);
  });

  it('never holds the password itself, and always has a field for it', () => {
    const characters = Array.from({ length: 94 }, (_, index) => String.fromCharCode(33 + index));
    const passwords = fc.string({
      unit: fc.constantFrom(...characters),
      minLength: 8,
      maxLength: 16,
    });
    const generations = fc.constantFrom<SadpGeneration>('2.x', '3.0', '3.1');
    fc.assert(
      fc.property(
        passwords,
        fc.constantFrom(...passwordCommands),
        generations,
        (secret, command, generation) => {
          fc.pre(planCommand(command, generation).isSupported);
          const sent = text(build(command, generation, { secret }));
          expect(sent).toMatch(/<(Password|Code)( b\w+="true")?>[A-Za-z0-9+/]{22,}={0,2}</);
          expect(sent).not.toContain(secret);
        },
      ),
    );
  });

  it('are refused without exchange, password or Uuid', () => {
    expect(() => build('activate', '3.0', { exchange: null })).toThrow(RangeError);
    expect(() => build('update', '3.1', { exchange: null })).toThrow(RangeError);
    expect(() => build('update', '3.0', { secret: '' })).toThrow(RangeError);
    expect(() => build('update', '3.0', { uuid: 'x' })).toThrow(RangeError);
  });
});

describe('the plan', () => {
  it.each(passwordCommands)('%s names its exchange, or none', (command) => {
    for (const generation of ['2.x', '3.0'] as const) {
      const plan = planCommand(command, generation);
      if (!plan.isSupported) continue;
      expect(plan.types).toBe(command);
      expect(plan.exchange).toEqual(command === 'update' ? null : exchangeTypes('3.0'));
    }
    const plan = planCommand(command, '3.1');
    if (plan.isSupported) {
      const isNew = plan.types.endsWith('_v31');
      expect(plan.exchange).toEqual(exchangeTypes(isNew ? '3.1' : '3.0'));
      expect(isNew).toBe(!['ezvizUnbindDelUsers', 'SetVerificationCode'].includes(command));
    }
  });

  it('says why restoring to inactive is for generation 3.0 only', () => {
    const command = 'restoreInactive';
    expect(planCommand(command, '3.0').isSupported).toBe(true);
    expect(planCommand(command, '2.x')).toEqual({ isSupported: false, reason: 'generation' });
    expect(planCommand(command, '3.1')).toEqual({ isSupported: false, reason: 'not-decoded' });
    expect(() => build(command, '3.1')).toThrow(RangeError);
    expect(() => build(command, '2.x')).toThrow(RangeError);
  });
});

describe('requests without a password', () => {
  it('lamp has the type before the MAC', () => {
    const request = buildPlainRequest({ types: 'lamp', uuid, mac, elements: [['Action', 'open']] });
    expect(text(request)).toBe(
      `${start}<Uuid>${uuid}</Uuid><Types>lamp</Types><MAC>${mac}</MAC><Action>open</Action></Probe>`,
    );
  });

  it('getUnbindStatus has the MAC before the type', () => {
    expect(text(buildPlainRequest({ types: 'getUnbindStatus', uuid, mac }))).toBe(
      `${start}<Uuid>${uuid}</Uuid><MAC>${mac}</MAC><Types>getUnbindStatus</Types></Probe>`,
    );
  });

  it.each(['3.0', '3.1'] as const)('the exchange of %s', async (generation) => {
    const spec = exchangeTypes(generation);
    const { publicKeyDer } = await crypto.makeExchangeKey(spec.bits);
    const request = buildExchangeRequest({ exchange: spec, uuid, mac, publicKeyDer });
    expect(request.types).toBe(spec.types);
    expect(names(request)).toEqual(['Uuid', 'MAC', 'Types', 'Code']);
  });
});

describe('the MAC of a request', () => {
  it.each([
    ['as the device spells it', 'BC-AD-28-00-00-01', 'bc:ad:28:00:00:01', 'BC-AD-28-00-00-01'],
    ['with its colons', 'bc:ad:28:00:00:01', 'bc:ad:28:00:00:01', 'bc:ad:28:00:00:01'],
    ['without separators', 'BCAD28000001', 'bc:ad:28:00:00:01', 'BCAD28000001'],
    ['with dashes when the spelling is not known', null, 'bc:ad:28:00:00:01', mac],
    ['never of another device', 'BC-AD-28-00-00-02', 'bc:ad:28:00:00:01', mac],
    ['from the device alone', 'BC-AD-28-00-00-01', null, 'BC-AD-28-00-00-01'],
  ])('goes out %s', (_title, rawMac, known, expected) => {
    expect(wireMac(rawMac, known)).toBe(expected);
  });

  it('is refused when there is none', () => {
    expect(() => wireMac(null, null)).toThrow(RangeError);
    expect(() => wireMac('N/A', null)).toThrow(RangeError);
    expect(() => wireMac('bc:ad:28:00:00:01', 'ff:ff:ff:ff:ff:ff')).toThrow(RangeError);
  });
});
