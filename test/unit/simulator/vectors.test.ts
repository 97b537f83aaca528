import { describe, expect, it } from 'vitest';
import { isProof, makeAccount } from '../../../main/simulator/account.ts';
import { fromBase64, fromHex, toHex } from '../../../main/simulator/base64.ts';
import { md5 } from '../../../main/simulator/device-crypto.ts';
import { type Exchange, unwrap } from '../../../main/simulator/exchange.ts';
import type { DeviceSpec } from '../../../main/simulator/types.ts';
import { ask, type Bench, bench, netBody, replies, result, vector } from './client.ts';
import { bytes, element, multicast, text } from './helpers.ts';

const { password, salt, mac } = vector;
const known = bytes(vector.exchange);
const common = { mac, password, isActivated: true } as const;
const third = { ...common, model: 'DS-2CD2143G2-I', salt, salt2: '', cloud: 'bound' } as const;
const second = { ...common, model: 'DS-2CD2385G1-I' } as const;

/** The device as if it had just sent the known string. */
function primed(spec: DeviceSpec, types: Exchange['types']): Bench {
  const at = bench(spec);
  at.device.state.exchange = { types, value: known, at: at.now };
  return at;
}

/** One letter of a base64 text changed. */
function spoilt(value: string): string {
  return (value.startsWith('A') ? 'B' : 'A') + value.slice(1);
}

interface Case {
  readonly name: string;
  readonly spec: DeviceSpec;
  readonly types: string;
  readonly value: string;
  readonly body?: (block: string) => string;
  readonly uuid?: string;
  readonly iv?: string;
  /** What it says to one changed letter. */
  readonly refusal: string;
}

const withNet =
  (attribute = '') =>
  (value: string): string =>
    `<PWErrorParse>true</PWErrorParse><Password${attribute}>${value}</Password>${netBody()}`;
const salted = withNet(' bSalt="true"');

const cases: readonly Case[] = [
  {
    name: '3.0 activate',
    spec: { ...second, isActivated: false },
    types: 'activate',
    value: 'cnJ+iB7c/QEApxhoeQm1ZSDWOa2Wtza6f/Bnl3ok5yc=',
    refusal: 'failed',
  },
  {
    name: '3.0 unbind',
    spec: { ...common, model: 'DS-7608NI-K2/8P', cloud: 'bound' },
    types: 'ezvizUnbind',
    value: 'cnJ+iB7c/QEApxhoeQm1ZSDWOa2Wtza6f/Bnl3ok5yc=',
    refusal: 'failed',
  },
  {
    name: '3.0 code',
    spec: { ...common, model: 'DS-PWA96-M-WE', cloud: 'bound', vendorCode: 'CODE1234' },
    types: 'ezvizUnbindDelUsers',
    value: 'cnJ+iB7c/QEApxhoeQm1ZXoAsgiNJ50dQ1FjIz7qkO0=',
    body: (value) => `<Code bEncrypt="true">${value}</Code>`,
    refusal: 'failed',
  },
  {
    name: '3.0 update without salt',
    spec: { ...second, salt: '' },
    types: 'update',
    uuid: '400B00CF-4052-49C1-A235-7CB56070001C',
    value:
      'jpKbRCMo0wqxl4q6ujWyd31IBUXxSBNHfaqetxH8Nq+EpLlZ1fdsCxj7DLRawjweStsFZY1cJin3/Ob7NdwcIA==',
    body: withNet(),
    refusal: 'PasswordError',
  },
  {
    name: '3.0 update with salt',
    spec: { ...second, salt },
    types: 'update',
    uuid: '34AE2EEE-F340-4DBB-B0BA-DB16D085BE64',
    value:
      'mN6mxiGci1UDtInMbqtqAbyDtD8MMbVCZZHqFafndbPE4HBQwnwtXM5fMWZws7/peUpCPwZEjG7LW0yvbNLxWQ==',
    body: salted,
    refusal: 'PasswordError',
  },
  {
    name: '3.0 update with salt and the user root',
    spec: { ...second, salt, userName: 'root' },
    types: 'update',
    uuid: 'BE61400A-69DC-493C-997C-2483E85E9D80',
    value:
      'eyJGpX3DpABBQ44kS5VSsNagMW6KEMji9fVmyXgCG5cDAyFfOHr/FtKk68DBAqTVwrvMhRSwC9GtLjoLxDBRWw==',
    body: salted,
    refusal: 'PasswordError',
  },
  {
    name: '2.x update without Encrypt',
    spec: { ...common, mac: 'BC-AD-28-00-00-01', model: 'DS-KH6210-L' },
    types: 'update',
    value: 'I+pjJSuNj0PXUQGk81hBrw==',
    body: withNet(),
    refusal: 'PasswordError',
  },
  {
    name: '3.1 activate',
    spec: { ...third, isActivated: false },
    types: 'activate_v31',
    iv: 'b22fee400b14aa050e5162d205984c18',
    value: 'FzGjPwhuioVQpED/RCJ3+5mGHAinvccgXJEh5KIo4KA=',
    refusal: 'failed',
  },
  {
    name: '3.1 update with salt',
    spec: third,
    types: 'update_v31',
    iv: 'c36623aad0611570ea0e58083d0006b6',
    value: 'XxRqvIAWR9ubbWAyXcJZ+Q==',
    refusal: 'PasswordError',
  },
  {
    name: '3.1 update without salt',
    spec: { ...third, salt: '' },
    types: 'update_v31',
    iv: '7c83ac67c1818989745e4f5eba7a6cf1',
    value: '7F6+Zvl9fLfeOK/T4TXqKw==',
    refusal: 'PasswordError',
  },
  {
    name: '3.1 Hik-Connect',
    spec: third,
    types: 'SetHCPlatform_v31',
    iv: '1210e799cd82e001e0ac7a2ac2388a28',
    value: '6AtwUfnTSvg19J46xkKy+w==',
    refusal: 'PasswordError',
  },
  {
    name: '3.1 unbind',
    spec: third,
    types: 'ezvizUnbind_v31',
    iv: 'af617c448efe39954affd23569e790db',
    value: 'IwL7xc+0OSc3yPxW7OgCsA==',
    refusal: 'PasswordError',
  },
];

function bodyOf({ body, iv, types }: Case, value: string): string {
  if (body !== undefined) return body(value);
  const block = `<Password>${value}</Password>${iv === undefined ? '' : `<Iv>${iv}</Iv>`}`;
  if (types.startsWith('SetHCPlatform'))
    return `<HCPlatformEnable>false</HCPlatformEnable>${block}`;
  const wordy = '<PWErrorParse>true</PWErrorParse>';
  return types.startsWith('update') ? wordy + block + netBody() : block;
}

const kindOf = (types: string): Exchange['types'] =>
  types.endsWith('_v31') ? 'exchangecode_v31' : 'exchangecode';

describe('the device takes exactly what the vendor’s client sends', () => {
  it.each(cases.map((one) => [one.name, one] as const))('%s', (_name, one) => {
    const sent = one.uuid === undefined ? {} : { uuid: one.uuid };
    const at = primed(one.spec, kindOf(one.types));
    expect(result(at, one.types, { ...sent, body: bodyOf(one, one.value) })).toBe('success');
    expect(at.device.commandsHeard.at(-1)).toMatchObject({ result: 'success', isDone: true });
    expect(at.device.attemptsLeft).toBe(at.device.state.lock.maxAttempts);

    const other = primed(one.spec, kindOf(one.types));
    expect(result(other, one.types, { ...sent, body: bodyOf(one, spoilt(one.value)) })).toBe(
      one.refusal,
    );
    const isCounted = one.refusal === 'PasswordError';
    expect(other.device.attemptsLeft).toBe(
      other.device.state.lock.maxAttempts - (isCounted ? 1 : 0),
    );
  });

  it('activation leaves the device with that password', () => {
    for (const one of cases.filter(({ types }) => types.startsWith('activate'))) {
      const at = primed(one.spec, kindOf(one.types));
      ask(at, one.types, { body: bodyOf(one, one.value) });
      expect(at.device.hasPassword(password)).toBe(true);
    }
  });

  it('an update of another request, or without the mark of a salt, is not taken', () => {
    const one = cases.find(({ name }) => name === '3.0 update with salt');
    if (one?.uuid === undefined) throw new Error('the vector is missing');
    const copied = bench(one.spec);
    expect(result(copied, 'update', { body: salted(one.value) })).toBe('failed');
    expect(copied.device.attemptsLeft).toBe(7);
    const unmarked = bench(one.spec);
    expect(result(unmarked, 'update', { uuid: one.uuid, body: withNet()(one.value) })).toBe(
      'PasswordError',
    );
    expect(unmarked.device.attemptsLeft).toBe(6);
  });
});

describe('vectors of what no simulated device is told to do', () => {
  const account = makeAccount(password, { userName: 'admin', salt, salt2: '' });

  it('3.1 ExportGUID', () => {
    const data = fromBase64('G/LgWMKJqt0ujJdNkhPmHw==') ?? new Uint8Array();
    const iv = fromHex('cd5c7ca8af658f2269029c8dade716e4', 16) ?? new Uint8Array();
    expect(isProof(account, { data, iv, types: 'ExportGUID_v31' }, known)).toBe(true);
    expect(isProof(account, { data, iv, types: 'update_v31' }, known)).toBe(false);
  });

  it('3.1 reset: password and file', () => {
    const iv = fromHex('3152403603bd9a96da9731a475b457fb', 16) ?? new Uint8Array();
    const opened = [
      'v8jBh2YMsFgdV4jm3zwVoxyVSWLB0qBv8epkjjVOfS0=',
      'v8jBh2YMsFgdV4jm3zwVo3smAj/iVJ+8QsPGB72mK7+Jdc6XD++DYhQ9CNgIFUkG',
    ].map((value) => text(unwrap(known, value, iv) ?? undefined));
    expect(opened).toEqual([password, 'AUTHFILECONTENT0123456789']);
  });

  it('the keys on the way', () => {
    expect(toHex(account.plain)).toBe('23ea63252b8d8f43d75101a4f35841af');
    expect(toHex(md5(toHex(account.salted)))).toBe('91c7de9dd541965bcc6b9c016f81b18f');
    expect(toHex(md5('password'))).toBe(
      toHex(fromBase64('X03MO1qnZdYdgyfeuILPmQ==') ?? new Uint8Array()),
    );
  });
});

describe('whole datagrams of the vendor’s client', () => {
  it('3.0 exchange: a block of 128 bytes for the key it sent', () => {
    const at = bench({ ...second, isActivated: false });
    const code =
      'MIGJAoGBAL+eW9hiUC1PjYY3abOQfNc37Gu68YAVvPVnhRYQvKVc4XUqWpT7EU0am3G35XKaOHCiBMY36+rFmfM7mlxX5/6F1jvv/V2VeFfKPxBSsajZtqCkRSEGqOR6aXqSeOs3Knxbb5mP5mTZPHmIQd9WPEj/qUFYuUHF+nwfbhtUuxGXAgMBAAE=';
    const uuid = 'B510A024-E6F6-4F3D-B785-BCD1BC432694';
    const datagram = `<?xml version="1.0" encoding="utf-8"?><Probe><Uuid>${uuid}</Uuid><MAC>${mac}</MAC><Types>exchangecode</Types><Code>${code}</Code></Probe>`;
    const [reply] = at.device.receive(bytes(datagram), multicast);
    const xml = text(reply?.data);
    expect(xml).toMatch(
      /^<\?xml version="1.0" encoding="UTF-8"\?>\n<ProbeMatch>\n<Uuid>B510A024-E6F6-4F3D-B785-BCD1BC432694<\/Uuid>\n<MAC>bc-ad-28-00-00-01<\/MAC>\n<Types>exchangecode<\/Types>\n<Result>success<\/Result>\n<Code>[\w+/=]+<\/Code>\n<\/ProbeMatch>\n$/,
    );
    expect(Buffer.from(element(xml, 'Code') ?? '', 'base64')).toHaveLength(128);
  });

  it('3.0 edit: one datagram, taken and refused as the vendor’s client understands it', () => {
    const datagram = `<?xml version="1.0" encoding="utf-8"?><Probe><Uuid>34AE2EEE-F340-4DBB-B0BA-DB16D085BE64</Uuid><Types>update</Types><PWErrorParse>true</PWErrorParse><MAC>${mac}</MAC><Password bSalt="true">mN6mxiGci1UDtInMbqtqAbyDtD8MMbVCZZHqFafndbPE4HBQwnwtXM5fMWZws7/peUpCPwZEjG7LW0yvbNLxWQ==</Password><IPv4Address>192.168.50.65</IPv4Address><CommandPort>8000</CommandPort><IPv4SubnetMask>255.255.255.0</IPv4SubnetMask><IPv4Gateway>192.168.50.1</IPv4Gateway><IPv6Address>::</IPv6Address><IPv6Gateway>::</IPv6Gateway><IPv6MaskLen>64</IPv6MaskLen><DHCP>false</DHCP><HttpPort>80</HttpPort><SDKOverTLSPort>8443</SDKOverTLSPort></Probe>`;
    const at = bench({ ...second, salt, address: '192.168.50.64' });
    const [reply] = at.device.receive(bytes(datagram), { ...multicast, now: at.now });
    expect(element(text(reply?.data), 'Result')).toBe('success');
    at.fleet.settle(at.now + 5_000);
    expect(at.device.address).toBe('192.168.50.65');
    const wrong = bench({ ...second, salt, password: 'Other1234!', refusals: 'attempts' });
    wrong.device.state.lock.wrong = 3;
    const [refused] = wrong.device.receive(bytes(datagram), { ...multicast, now: wrong.now });
    expect(text(refused?.data)).toContain(
      '<Types>update</Types>\n<Result>PasswordError</Result>\n<RetryModifyTime>3</RetryModifyTime>\n<SurplusLockTime>0</SurplusLockTime>',
    );
    expect(replies(wrong, 'update', { mac: mac.toUpperCase() })).toEqual([]);
  });
});
