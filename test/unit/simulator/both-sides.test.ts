import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { systemCrypto } from '../../../main/adapters/node/crypto.ts';
import type { ExchangeKey } from '../../../main/ports/crypto.ts';
import { areasDiffer } from '../../../main/protocol/sadp/areas.ts';
import {
  buildExchangeRequest,
  buildPasswordRequest,
  buildUpdateElements,
  type PasswordCommand,
  planCommand,
  wireMac,
} from '../../../main/protocol/sadp/commands.ts';
import { decodeSadp } from '../../../main/protocol/sadp/decode.ts';
import { encodeSadpRequest, type SadpElement } from '../../../main/protocol/sadp/encode.ts';
import { readExchangeReply } from '../../../main/protocol/sadp/exchange.ts';
import { sadpGeneration } from '../../../main/protocol/sadp/generation.ts';
import type { SadpMessage } from '../../../main/protocol/sadp/messages.ts';
import { readResult } from '../../../main/protocol/sadp/results.ts';
import { areaWordings } from '../../../main/simulator/acts.ts';
import type { DeviceSpec } from '../../../main/simulator/types.ts';
import { type Bench, bench, later, newUuid } from './client.ts';
import { multicast, request } from './helpers.ts';

const tools = {
  crypto: systemCrypto,
  random: { bytes: (length: number) => new Uint8Array(randomBytes(length)) },
};
const keys: Readonly<Record<1024 | 2048, ExchangeKey>> = {
  1024: await systemCrypto.makeExchangeKey(1024),
  2048: await systemCrypto.makeExchangeKey(2048),
};

function tell(at: Bench, data: Uint8Array): SadpMessage {
  const [reply] = at.device.receive(data, { ...multicast, now: at.now });
  const read = decodeSadp(reply?.data ?? new Uint8Array());
  if (!read.ok) throw new Error(`the client cannot read the device: ${read.reason}`);
  return read.message;
}

const edited = {
  ipv4Address: '192.168.1.77',
  ipv4Mask: '255.255.255.0',
  ipv4Gateway: '192.168.1.1',
  dhcpEnabled: false,
  commandPort: 8000,
  httpPort: 80,
  sdkOverTlsPort: null,
  ipv6Address: null,
  ipv6Gateway: null,
  ipv6Prefix: null,
} as const;

function ownElements(command: PasswordCommand, generation: ReturnType<typeof sadpGeneration>) {
  const own: Partial<Record<PasswordCommand, readonly SadpElement[]>> = {
    update: buildUpdateElements(edited, generation),
    SetHCPlatform: [['HCPlatformEnable', 'true']],
    SetVerificationCode: [['VerificationCode', 'ABCDEF']],
  };
  return own[command] ?? [];
}

/** The product's own code, from what the device tells to the one datagram that changes it. */
function commandBy(at: Bench, command: PasswordCommand, secret: string): string {
  const told = tell(at, request('inquiry', { uuid: newUuid() }));
  const { fields } = told;
  const generation = sadpGeneration(fields);
  const plan = planCommand(command, generation);
  if (!plan.isSupported) return plan.reason;
  const mac = wireMac(told.rawMac, told.mac);
  let exchange: Uint8Array | null = null;
  if (plan.exchange !== null) {
    const key = keys[plan.exchange.bits];
    const { publicKeyDer } = key;
    const asked = { exchange: plan.exchange, uuid: newUuid(), mac, publicKeyDer };
    const reply = tell(at, encodeSadpRequest(buildExchangeRequest(asked)));
    const string = readExchangeReply(reply, key, plan.exchange.bits);
    if (!string.ok) return string.reason;
    exchange = string.value;
  }
  const { userName, salt, salt2, encrypt } = fields;
  const built = buildPasswordRequest(tools, {
    ...{ command, generation, secret, exchange, uuid: newUuid() },
    target: { mac, userName, salt, salt2, encrypt },
    elements: ownElements(command, generation),
  });
  return readResult(tell(at, encodeSadpRequest(built))).code;
}

const printable = fc
  .array(fc.integer({ min: 0x20, max: 0x7e }), { minLength: 8, maxLength: 16 })
  .map((codes) => String.fromCharCode(...codes));
const hex = fc.string({
  unit: fc.constantFrom(...'0123456789abcdef'),
  minLength: 64,
  maxLength: 64,
});

/** One of each line that can be told something. */
const lines = [
  'DS-2CD2432F-IW',
  'DS-2CD2385G1-I',
  'DS-2CD2143G2-I',
  'DS-7608NI-K2/8P',
  'DS-7732NXI-K4',
  'DS-KH6210-L',
  'CS-C3W-A0-3H4WFRL',
  'I81EM',
  'DS-PWA96-M-WE',
] as const;

const anyDevice: fc.Arbitrary<DeviceSpec> = fc.record({
  model: fc.constantFrom(...lines),
  password: printable,
  userName: fc.constantFrom('admin', 'root', 'Site Operator'),
  salt: fc.oneof(fc.constant(''), hex),
  salt2: fc.oneof(fc.constant(''), hex),
  encrypt: fc.constantFrom(true, false, null),
  exchange: fc.constantFrom('bare', 'terminated', 'long'),
});

const knows = ({ device }: Bench, command: PasswordCommand): boolean =>
  [command, `${command}_v31`].some((name) => device.identity.abilities.commands.has(name));

describe('words', () => {
  it('the client knows a difference of areas in every wording the devices have', () => {
    for (const wording of areaWordings) expect(areasDiffer(wording), wording).toBe(true);
  });
});

describe('the product’s client and the simulated device, which know nothing of each other', () => {
  it('agree on every password, salt, name and scheme of an edit', () => {
    fc.assert(
      fc.property(anyDevice, (spec) => {
        const at = bench({ refusals: 'result', ...spec });
        expect(commandBy(at, 'update', spec.password ?? '')).toBe('success');
        later(at, 5_000);
        expect(at.device.address).toBe('192.168.1.77');
      }),
      { numRuns: 300 },
    );
  });

  it('agree on every other command with a password', () => {
    const commands = [
      'ezvizUnbind',
      'SetHCPlatform',
      'SetVerificationCode',
      'restoreInactive',
    ] as const;
    fc.assert(
      fc.property(anyDevice, fc.constantFrom(...commands), (spec, command) => {
        const at = bench({ ...spec, cloud: 'bound' });
        fc.pre(knows(at, command));
        const said = commandBy(at, command, spec.password ?? '');
        expect(['success', 'not-decoded', 'generation']).toContain(said);
        if (said === 'success') expect(at.device.commandsHeard.at(-1)?.isDone).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it('agree on every first password', () => {
    fc.assert(
      fc.property(anyDevice, printable, (spec, fresh) => {
        const at = bench({ ...spec, isActivated: false });
        fc.pre(knows(at, 'activate'));
        const said = commandBy(at, 'activate', fresh);
        expect(['success', 'riskPassword']).toContain(said);
        expect(at.device.hasPassword(fresh)).toBe(said === 'success');
      }),
      { numRuns: 200 },
    );
  });

  it('agree on what is wrong, and count it once', () => {
    fc.assert(
      fc.property(anyDevice, printable, (spec, other) => {
        fc.pre(other !== spec.password);
        const at = bench({ ...spec, refusals: 'attempts', maxAttempts: 4 });
        expect(commandBy(at, 'update', other)).toBe('PasswordError');
        expect(at.device.attemptsLeft).toBe(3);
      }),
      { numRuns: 200 },
    );
  });

  it('agree on a panel’s code', () => {
    const at = bench({ model: 'DS-PWA96-M-WE', cloud: 'bound', vendorCode: 'CODE1234' });
    expect(commandBy(at, 'ezvizUnbindDelUsers', 'CODE1235')).toBe('codeError');
    expect(commandBy(at, 'ezvizUnbindDelUsers', 'CODE1234')).toBe('success');
    expect(at.device.isBound).toBe(false);
  });
});
