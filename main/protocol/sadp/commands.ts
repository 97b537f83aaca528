import { normalizeMac } from '../mac.ts';
import type { SadpElement, SadpRequest } from './encode.ts';
import { type ExchangeSpec, exchangeCode, exchangeTypes } from './exchange.ts';
import type { SadpGeneration } from './generation.ts';
import {
  exchangePassword,
  freshIv,
  ivText,
  newPasswordV31,
  provePasswordV31,
  type SadpAccount,
  type SadpCrypto,
  updatePassword,
} from './password.ts';

export const passwordCommands = [
  'update',
  'activate',
  'ezvizUnbind',
  'ezvizUnbindDelUsers',
  'restoreInactive',
  'SetHCPlatform',
  'SetVerificationCode',
] as const;
export type PasswordCommand = (typeof passwordCommands)[number];

/** Commands that carry no password. */
export type PlainCommand = 'getUnbindStatus' | 'lamp';

/**
 * How the secret goes out: `update` needs no exchange; `exchange` encrypts the secret with the exchange
 * string, `code` does so in `<Code bEncrypt="true">`; `new-v31` likewise with an Iv; `prove-v31` never
 * sends it.
 */
type Scheme = 'update' | 'exchange' | 'code' | 'new-v31' | 'prove-v31';

/**
 * - `not-decoded`: the generation has the command, but how its password field is made is not known
 * - `generation`: nothing shows that devices of this generation have it
 */
export type UnsupportedReason = 'not-decoded' | 'generation';

export type CommandPlan =
  | {
      readonly isSupported: true;
      /** Wire name, with `_v31` where the generation has it. */
      readonly types: string;
      /** The exchange that has to come first, or `null`. */
      readonly exchange: ExchangeSpec | null;
      readonly scheme: Scheme;
      /** `wire`: seen sent by the vendor's client; `template`: only its message template is known. */
      readonly certainty: 'wire' | 'template';
    }
  | { readonly isSupported: false; readonly reason: UnsupportedReason };

interface Row {
  /** Generations 2.x and 3.0. */
  readonly scheme: Scheme;
  /** `same`: sent to 3.1 devices by the old name and exchange, since there is no other form. */
  readonly v31: Scheme | 'same' | 'not-decoded';
  /** Elements of its own stand before `Password`; `update` has them after it. */
  readonly hasElementsFirst?: true;
  readonly certainty: 'wire' | 'template';
  readonly isNotFor2?: true;
}

/** Source: the vendor's client (message templates; `wire` ones were seen sent). */
const rows: Readonly<Record<PasswordCommand, Row>> = {
  update: { scheme: 'update', v31: 'prove-v31', certainty: 'wire' },
  activate: { scheme: 'exchange', v31: 'new-v31', certainty: 'wire' },
  ezvizUnbind: { scheme: 'exchange', v31: 'prove-v31', certainty: 'wire' },
  ezvizUnbindDelUsers: { scheme: 'code', v31: 'same', certainty: 'template' },
  restoreInactive: { scheme: 'exchange', v31: 'not-decoded', certainty: 'wire', isNotFor2: true },
  SetHCPlatform: {
    scheme: 'exchange',
    v31: 'prove-v31',
    hasElementsFirst: true,
    certainty: 'wire',
  },
  SetVerificationCode: {
    scheme: 'exchange',
    v31: 'same',
    hasElementsFirst: true,
    certainty: 'template',
  },
};

/** How a generation is sent a command, or why it is not. */
export function planCommand(command: PasswordCommand, generation: SadpGeneration): CommandPlan {
  const row = rows[command];
  const { certainty } = row;
  if (generation === '2.x' && row.isNotFor2) return { isSupported: false, reason: 'generation' };
  if (generation !== '3.1' || row.v31 === 'same') {
    const exchange = row.scheme === 'update' ? null : exchangeTypes('3.0');
    return { isSupported: true, types: command, exchange, scheme: row.scheme, certainty };
  }
  if (row.v31 === 'not-decoded') return { isSupported: false, reason: row.v31 };
  const types = `${command}_v31`;
  const exchange = exchangeTypes('3.1');
  return { isSupported: true, types, exchange, scheme: row.v31, certainty };
}

/** What a device told that its commands are made of: from its last inquiry reply. */
export interface CommandTarget extends SadpAccount {
  /** MAC as {@link wireMac} gives it. */
  readonly mac: string;
  /** `Encrypt`; `null` or absent when not told. */
  readonly encrypt?: boolean | null | undefined;
}

export interface PasswordRequestInput {
  readonly command: PasswordCommand;
  readonly generation: SadpGeneration;
  readonly target: CommandTarget;
  /** The device's password, the new one for `activate`, the vendor's code for `ezvizUnbindDelUsers`. */
  readonly secret: string;
  /** From `readExchange`, made right before; `null` where the plan has no exchange. */
  readonly exchange: Uint8Array | null;
  readonly uuid: string;
  /** The command's own elements, in catalogue order; they are put in their place. */
  readonly elements?: readonly SadpElement[];
}

/**
 * One request that carries a password, ready for `encodeSadpRequest`. A new Iv every time.
 *
 * @throws RangeError when the generation does not have the command, the exchange is missing, or the
 *   secret cannot be sent
 */
export function buildPasswordRequest(
  tools: {
    readonly crypto: SadpCrypto;
    readonly random: { bytes(length: number): Uint8Array };
  },
  input: PasswordRequestInput,
): SadpRequest {
  const plan = planCommand(input.command, input.generation);
  if (!plan.isSupported) throw new RangeError(`${input.command} is not supported: ${plan.reason}`);
  const { types } = plan;
  const { uuid, target } = input;
  const secret = secretElements(tools, input, plan);
  const own = input.elements ?? [];
  if (input.command === 'update') {
    const mac: SadpElement = ['MAC', target.mac];
    return { uuid, types, body: [['PWErrorParse', 'true'], mac, ...secret, ...own] };
  }
  const body = rows[input.command].hasElementsFirst ? [...own, ...secret] : [...secret, ...own];
  return { uuid, types, mac: target.mac, body };
}

type Tools = Parameters<typeof buildPasswordRequest>[0];
type SupportedPlan = Extract<CommandPlan, { readonly isSupported: true }>;

function secretElements(
  { crypto, random }: Tools,
  input: PasswordRequestInput,
  { scheme, types }: SupportedPlan,
): readonly SadpElement[] {
  const { target, secret: password, uuid } = input;
  if (scheme === 'update') {
    const { userName, salt, salt2, encrypt = null } = target;
    const account = { userName, salt, salt2 };
    const field = updatePassword(crypto, { password, uuid, encrypt, ...account });
    return [['Password', field.value, field.attributes]];
  }
  const { exchange } = input;
  if (exchange === null) throw new RangeError(`${types} needs an exchange`);
  if (scheme === 'code') {
    const value = exchangePassword(crypto, { secret: password, exchange });
    return [['Code', value, { bEncrypt: 'true' }]];
  }
  if (scheme === 'exchange') {
    return [['Password', exchangePassword(crypto, { secret: password, exchange })]];
  }
  const iv = freshIv(random);
  const { userName, salt, salt2 } = target;
  const value =
    scheme === 'new-v31'
      ? newPasswordV31(crypto, { password, exchange, iv })
      : provePasswordV31(crypto, { types, password, userName, salt, salt2, exchange, iv });
  return [
    ['Password', value],
    ['Iv', ivText(iv)],
  ];
}

/** The request before a password command. The key is made for it and thrown away after it. */
export function buildExchangeRequest(input: {
  readonly exchange: ExchangeSpec;
  readonly uuid: string;
  /** From {@link wireMac}. */
  readonly mac: string;
  readonly publicKeyDer: Uint8Array;
}): SadpRequest {
  const { uuid, mac, exchange } = input;
  const code = exchangeCode(input.publicKeyDer, exchange.bits);
  return { uuid, mac, types: exchange.types, body: [['Code', code]] };
}

/** A request without a password. `lamp` has Types before MAC; its `Action` is `open` or `close`. */
export function buildPlainRequest(input: {
  readonly types: PlainCommand;
  readonly uuid: string;
  /** From {@link wireMac}. */
  readonly mac: string;
  readonly elements?: readonly SadpElement[];
}): SadpRequest {
  const { uuid, mac, types, elements: body = [] } = input;
  return { uuid, mac, types, body, order: types === 'lamp' ? 'UTM' : 'UMT' };
}

/**
 * The MAC for a request. A device takes only its own spelling (case and separators), so `rawMac`, the
 * `SadpMessage.rawMac` of its last reply, goes out as it came. Without one, or when it is another
 * device's, it is spelled the way nearly all devices do: lower case with dashes.
 *
 * @throws RangeError when neither is a MAC
 */
export function wireMac(rawMac: string | null, mac: string | null): string {
  const own = rawMac === null ? null : normalizeMac(rawMac);
  const wanted = mac === null ? own : normalizeMac(mac);
  if (wanted === null) throw new RangeError('the device has no MAC to be addressed by');
  return rawMac !== null && own === wanted ? rawMac : wanted.replaceAll(':', '-');
}

/** What `update` sends; the contract's `NetworkValues` has this shape. `null` is "not told". */
export interface UpdateValues {
  readonly ipv4Address: string | null;
  readonly ipv4Mask: string | null;
  readonly ipv4Gateway: string | null;
  readonly dhcpEnabled: boolean | null;
  readonly commandPort: number | null;
  readonly httpPort: number | null;
  readonly sdkOverTlsPort: number | null;
  readonly ipv6Address: string | null;
  readonly ipv6Gateway: string | null;
  readonly ipv6Prefix: number | null;
}

const required = [
  'ipv4Address',
  'ipv4Mask',
  'ipv4Gateway',
  'dhcpEnabled',
  'commandPort',
] as const satisfies readonly (keyof UpdateValues)[];

/** Values `update` cannot do without, because it sets all of them, and that nobody has told. */
export function missingForUpdate(values: UpdateValues): readonly (keyof UpdateValues)[] {
  return required.filter((key) => values[key] === null);
}

const order30 = [
  'IPv4Address',
  'CommandPort',
  'IPv4SubnetMask',
  'IPv4Gateway',
  'IPv6Address',
  'IPv6Gateway',
  'IPv6MaskLen',
  'DHCP',
  'HttpPort',
  'SDKOverTLSPort',
] as const;
const order31 = [
  'CommandPort',
  'HttpPort',
  'IPv4Address',
  'IPv4SubnetMask',
  'IPv4Gateway',
  'IPv6Address',
  'IPv6Gateway',
  'IPv6MaskLen',
  'DHCP',
  'SDKOverTLSPort',
] as const;

/**
 * The elements after the password of `update` or `update_v31`, each in its own order. All values go out
 * each time, with DHCP too; ports the device did not report (or reports as 0) stay out, IPv6 that is
 * not set is `::` with 64. Source: the vendor's client.
 *
 * @throws RangeError when {@link missingForUpdate} names something
 */
export function buildUpdateElements(
  values: UpdateValues,
  generation: SadpGeneration,
): readonly (readonly [name: string, value: string])[] {
  const missing = missingForUpdate(values);
  if (missing.length > 0) throw new RangeError(`update needs ${missing.join(', ')}`);
  const texts: Readonly<Record<(typeof order30)[number], string | null>> = {
    IPv4Address: values.ipv4Address,
    CommandPort: String(values.commandPort),
    IPv4SubnetMask: values.ipv4Mask,
    IPv4Gateway: values.ipv4Gateway,
    IPv6Address: values.ipv6Address ?? '::',
    IPv6Gateway: values.ipv6Gateway ?? '::',
    IPv6MaskLen: String(values.ipv6Prefix ?? 64),
    DHCP: String(values.dhcpEnabled),
    HttpPort: reportedPort(values.httpPort),
    SDKOverTLSPort: reportedPort(values.sdkOverTlsPort),
  };
  return (generation === '3.1' ? order31 : order30).flatMap((name) => {
    const text = texts[name];
    return text === null ? [] : [[name, text] as const];
  });
}

function reportedPort(port: number | null): string | null {
  return port === null || port === 0 ? null : String(port);
}
