import { fromUtf8, joinBytes, parseJson, toUtf8 } from '../../ports/bytes.ts';

/** What a code says of one device. Everything may be missing; the password only where it was asked for. */
export interface CodedDevice {
  readonly name: string | null;
  readonly serial: string | null;
  readonly model: string | null;
  /** Address or name in the LAN. */
  readonly host: string | null;
  readonly httpPort: number | null;
  readonly isTls: boolean;
  readonly userName: string | null;
  readonly password: string | null;
}

/** The order in which texts stand in the binary form; a bit each. */
const texts = ['name', 'serial', 'model', 'host', 'userName', 'password'] as const;
const portBit = 0x40;
const tlsBit = 0x80;
const maxText = 0x3fff;

/** Compact form, for inside the seal: flags, port (2), then each text with its length (1 or 2). */
export function packDevices(devices: readonly CodedDevice[]): Uint8Array {
  return joinBytes(...devices.flatMap(packOne));
}

function packOne(device: CodedDevice): Uint8Array[] {
  const { httpPort, isTls } = device;
  const present = texts.filter((name) => device[name] !== null);
  const flags =
    present.reduce((sum, name) => sum | (1 << texts.indexOf(name)), 0) |
    (httpPort === null ? 0 : portBit) |
    (isTls ? tlsBit : 0);
  const head = httpPort === null ? [flags] : [flags, httpPort >> 8, httpPort & 0xff];
  const parts = present.map((name) => packText(device[name] ?? ''));
  return [Uint8Array.from(head), ...parts];
}

function packText(text: string): Uint8Array {
  const bytes = toUtf8(text);
  if (bytes.length > maxText) throw new RangeError('a text is too long for a code');
  const length =
    bytes.length < 0x80 ? [bytes.length] : [0x80 | (bytes.length >> 8), bytes.length & 0xff];
  return joinBytes(Uint8Array.from(length), bytes);
}

/** `null` when it is no such content, to the last byte. */
export function unpackDevices(bytes: Uint8Array): CodedDevice[] | null {
  const devices: CodedDevice[] = [];
  let at = 0;
  const next = (): number | null => {
    const byte = bytes[at];
    at += 1;
    return byte ?? null;
  };
  const nextText = (): string | null => {
    const first = next();
    if (first === null) return null;
    const second = first < 0x80 ? 0 : next();
    if (second === null) return null;
    const length = first < 0x80 ? first : (first & 0x7f) * 256 + second;
    const text = bytes.subarray(at, at + length);
    at += length;
    return text.length === length ? fromUtf8(text) : null;
  };
  while (at < bytes.length) {
    const device = unpackOne(next, nextText);
    if (device === null) return null;
    devices.push(device);
  }
  return devices;
}

function unpackOne(next: () => number | null, nextText: () => string | null): CodedDevice | null {
  const flags = next() ?? 0;
  let httpPort: number | null = null;
  if ((flags & portBit) !== 0) {
    const [high, low] = [next(), next()];
    if (high === null || low === null) return null;
    httpPort = high * 256 + low;
  }
  const found = new Map<string, string>();
  for (const [bit, name] of texts.entries()) {
    if ((flags & (1 << bit)) === 0) continue;
    const text = nextText();
    if (text === null) return null;
    found.set(name, text);
  }
  const text = (name: (typeof texts)[number]): string | null => found.get(name) ?? null;
  return {
    ...{ name: text('name'), serial: text('serial'), model: text('model'), host: text('host') },
    ...{ httpPort, isTls: (flags & tlsBit) !== 0 },
    ...{ userName: text('userName'), password: text('password') },
  };
}

/** The readable form, for outside of any seal: JSON without what is not known. */
export function writeDevices(devices: readonly CodedDevice[]): string {
  const told = devices.map((device) =>
    Object.fromEntries(
      Object.entries(device).filter(([, value]) => value !== null && value !== false),
    ),
  );
  return JSON.stringify({ devices: told });
}

/** `null` when it is no such text. Unknown keys are left out. */
export function readDevices(text: string): CodedDevice[] | null {
  const list = fieldsOf(parseJson(text))?.get('devices');
  if (!Array.isArray(list)) return null;
  const devices = list.map((each: unknown) => readOne(fieldsOf(each)));
  return devices.every((device) => device !== null) ? devices : null;
}

function readOne(fields: ReadonlyMap<string, unknown> | null): CodedDevice | null {
  if (fields === null) return null;
  const text = (name: string): string | null => {
    const value = fields.get(name);
    return typeof value === 'string' && value.length <= maxText ? value : null;
  };
  const port = fields.get('httpPort');
  const isPort = typeof port === 'number' && Number.isInteger(port) && port > 0 && port < 65_536;
  return {
    ...{ name: text('name'), serial: text('serial'), model: text('model'), host: text('host') },
    ...{ httpPort: isPort ? port : null, isTls: fields.get('isTls') === true },
    ...{ userName: text('userName'), password: text('password') },
  };
}

function fieldsOf(value: unknown): ReadonlyMap<string, unknown> | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? new Map(Object.entries(value))
    : null;
}
