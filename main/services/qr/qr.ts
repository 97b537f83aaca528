import type { DeviceId } from '../../contract/device.ts';
import { AppError } from '../../contract/errors.ts';
import type { MethodOutput, MethodParsed } from '../../contract/methods.ts';
import { shownSiteName } from '../../contract/text/given-names.ts';
import { serialKeyOf } from '../../domain/identity.ts';
import type { DeviceRecord } from '../../domain/record.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Random } from '../../ports/random.ts';
import type { SecretBox } from '../../ports/secret-box.ts';
import type { AccountPassword } from '../../ports/vault.ts';
import type { VaultCrypto } from '../../ports/vault-crypto.ts';
import { deviceRefOf, labelOf } from '../jobs/values.ts';
import { makeSealKey } from '../lib/sealed.ts';
import { kindOfCode, openCodes, readLabel, writePlainCode, writeSealedCode } from './code-text.ts';
import type { CodedDevice } from './content.ts';
import { drawCode } from './draw.ts';
import { type DrawnCode, printSheet } from './sheet.ts';
import { splitByLength } from './split.ts';

/** Where a device is met, and as whom. */
export interface Door {
  readonly host: string;
  readonly port: number;
  readonly isTls: boolean;
}

export interface QrOptions {
  readonly clock: Clock;
  readonly random: Random;
  /** `null`: this host cannot seal, so it makes readable codes only. */
  readonly crypto: VaultCrypto | null;
  readonly boxOf: ((passphrase: string) => SecretBox) | null;
  readonly record: (id: DeviceId) => DeviceRecord | undefined;
  readonly records: () => readonly DeviceRecord[];
  readonly siteName: (siteId: string) => string;
  readonly door: (device: DeviceRecord) => Door | null;
  readonly userName: (device: DeviceRecord) => string | null;
  /** The saved login; `null`: none. @throws AppError `vault.none`, `vault.locked` */
  readonly login: (device: DeviceId) => Promise<AccountPassword | null>;
  /** Puts one into the list and the device book. `null`: it has no address, and is not in the list yet. */
  readonly add: (device: CodedDevice, existing: DeviceId | null) => Promise<DeviceId | null>;
  /** Before anything is added that brings a password. @throws AppError `vault.none`, `vault.locked` */
  readonly checkVault: () => void;
  readonly save: (device: DeviceId, login: AccountPassword) => Promise<void>;
}

/** Scanned from paper by a telephone at arm's length: version 20 with medium correction. */
const limits = { sealed: 970, plain: 660 } as const;
/** Version 40 with medium correction. */
const most = { sealed: 3391, plain: 2331 } as const;

/** QR codes of devices for whoever works on the site next. Format: `README.md`. */
export class Qr {
  readonly #options: QrOptions;

  constructor(options: QrOptions) {
    this.#options = options;
  }

  /**
   * @throws AppError `device.not-found`, `qr.needs-consent`, `qr.too-long`, `vault.passphrase-short`,
   *   `vault.box-unavailable`, and for logins `vault.none`, `vault.locked`
   */
  async make(input: MethodParsed<'qr.make'>): Promise<MethodOutput<'qr.make'>> {
    const { layout, hasLogin, passphrase, acceptPlain, locale } = input;
    if (passphrase === undefined && acceptPlain === undefined) {
      throw new AppError('qr.needs-consent', {});
    }
    const records = [...new Set(input.ids)].map((id) => this.#need(id));
    const coded = await this.#coded(records, hasLogin);
    const isSealed = passphrase !== undefined;
    const writer = isSealed ? await this.#sealedWriter(passphrase) : plainWriter;
    const kind = isSealed ? 'sealed' : 'plain';
    const groups =
      layout === 'label'
        ? coded.map((one) => [one])
        : splitByLength(coded, {
            limit: limits[kind],
            lengthOf: (group) => byteLength(writer.write(group.map(({ device }) => device))),
          });
    const codes = groups.map((group) => {
      const text = writer.write(group.map(({ device }) => device));
      const devices = group.map(({ record }) => deviceRefOf(record));
      const [first] = devices;
      if (byteLength(text) > most[kind] && first !== undefined) {
        throw new AppError('qr.too-long', { device: labelOf(first) });
      }
      return { devices, text, svg: drawCode(text) };
    });
    writer.end();
    return { codes, ...this.#sheet(codes, { layout, hasLogin, isSealed, locale, records }) };
  }

  /**
   * Opens our own codes; says of the vendor's only what they are.
   * @throws AppError `qr.newer`, `qr.damaged`, `qr.needs-passphrase`, `qr.not-opened`
   */
  async read({ text, passphrase }: MethodParsed<'qr.read'>): Promise<MethodOutput<'qr.read'>> {
    const kind = kindOfCode(text);
    if (kind === 'label') return { kind, devices: [this.#readLabel(text)] };
    if (kind !== 'ours') return { kind, devices: [] };
    const devices = await this.#open(text, passphrase);
    return { kind, devices: devices.map((device) => this.#view(device)) };
  }

  /**
   * Into the list and the device book; passwords into the vault, nobody sees them.
   * @throws AppError of `read`, `qr.not-ours`, `qr.nothing-to-add`, `vault.none`, `vault.locked`
   */
  async add({ text, passphrase }: MethodParsed<'qr.add'>): Promise<MethodOutput<'qr.add'>> {
    const devices = await this.#open(text, passphrase);
    if (devices.some(({ password }) => password !== null)) this.#options.checkVault();
    const ids: DeviceId[] = [];
    let passwords = 0;
    let without = 0;
    for (const device of devices) {
      const existing = this.#existing(device.serial)?.id ?? null;
      const id = await this.#options.add(device, existing);
      if (id === null) {
        without += 1;
        continue;
      }
      ids.push(id);
      if (device.password === null) continue;
      await this.#options.save(id, {
        userName: device.userName ?? 'admin',
        password: device.password,
      });
      passwords += 1;
    }
    if (ids.length === 0) throw new AppError('qr.nothing-to-add', {});
    return { ids, passwords, without };
  }

  async #coded(
    records: readonly DeviceRecord[],
    hasLogin: boolean,
  ): Promise<{ readonly record: DeviceRecord; readonly device: CodedDevice }[]> {
    const { door, userName, login } = this.#options;
    const coded = [];
    for (const record of records) {
      const { name, serial, model } = deviceRefOf(record);
      const at = door(record);
      const account = hasLogin ? await login(record.id) : null;
      const device: CodedDevice = {
        ...{ name, serial, model, host: at?.host ?? null, httpPort: at?.port ?? null },
        isTls: at?.isTls === true,
        userName: account?.userName ?? userName(record),
        password: account?.password ?? null,
      };
      coded.push({ record, device });
    }
    return coded;
  }

  async #sealedWriter(passphrase: string): Promise<Writer> {
    const { random } = this.#options;
    const { crypto, box } = this.#tools(passphrase);
    const key = await makeSealKey(random, box);
    return {
      write: (devices) => writeSealedCode({ crypto, random, key }, devices),
      end: () => {
        key.bytes.fill(0);
      },
    };
  }

  #sheet(
    codes: readonly DrawnCode[],
    options: Pick<MethodParsed<'qr.make'>, 'layout' | 'hasLogin' | 'locale'> & {
      readonly isSealed: boolean;
      readonly records: readonly DeviceRecord[];
    },
  ): { sheet: string; fileName: string } {
    const { clock, siteName } = this.#options;
    const { records, ...rest } = options;
    const printedAt = clock.now();
    const names = records.map(({ siteId }) => shownSiteName(siteName(siteId), rest.locale));
    const sites = [...new Set(names)].join(', ');
    const day = new Date(printedAt).toISOString().slice(0, 10);
    return {
      sheet: printSheet(codes, { ...rest, siteName: sites, printedAt }),
      fileName: `untether-qr-${day}.html`,
    };
  }

  #open(text: string, passphrase: string | undefined): Promise<CodedDevice[]> {
    return openCodes(passphrase === undefined ? null : this.#tools(passphrase), text);
  }

  #view(device: CodedDevice): MethodOutput<'qr.read'>['devices'][number] {
    const { password, ...told } = device;
    const existing = this.#existing(device.serial);
    return {
      ...told,
      hasPassword: password !== null,
      existing: existing === null ? null : deviceRefOf(existing),
    };
  }

  #readLabel(text: string): MethodOutput<'qr.read'>['devices'][number] {
    const label = readLabel(text.trim());
    const { shortSerial, model } = label ?? { shortSerial: null, model: null };
    const existing = this.#options
      .records()
      .find((record) => deviceRefOf(record).shortSerial === shortSerial);
    return {
      ...{ serial: shortSerial, model, name: null, host: null, httpPort: null, isTls: false },
      ...{ userName: null, hasPassword: false },
      existing: existing === undefined ? null : deviceRefOf(existing),
    };
  }

  #existing(serial: string | null): DeviceRecord | null {
    const key = serialKeyOf(serial);
    if (key === null) return null;
    return this.#options.records().find((record) => serialKeyOf(record.serial) === key) ?? null;
  }

  #need(id: DeviceId): DeviceRecord {
    const record = this.#options.record(id);
    if (record === undefined) throw new AppError('device.not-found', { wanted: id });
    return record;
  }

  #tools(passphrase: string): { readonly crypto: VaultCrypto; readonly box: SecretBox } {
    const { crypto, boxOf } = this.#options;
    if (crypto === null || boxOf === null) {
      throw new AppError('vault.box-unavailable', { box: 'passphrase' });
    }
    return { crypto, box: boxOf(passphrase) };
  }
}

interface Writer {
  write(devices: readonly CodedDevice[]): string;
  end(): void;
}

const plainWriter: Writer = { write: writePlainCode, end: () => undefined };

/** A code holds bytes: letters outside ASCII take more than one. */
function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}
