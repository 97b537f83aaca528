import type { DeviceId } from '../../contract/device.ts';
import { AppError } from '../../contract/errors.ts';
import type { Job } from '../../contract/job.ts';
import type { BackupMeta } from '../../contract/login.ts';
import type { MethodOutput, MethodParsed } from '../../contract/methods.ts';
import type { DeviceRecord } from '../../domain/record.ts';
import { toHex } from '../../ports/bytes.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Random } from '../../ports/random.ts';
import type { SecretBox } from '../../ports/secret-box.ts';
import type { VaultCrypto } from '../../ports/vault-crypto.ts';
import { fromBase64, toBase64 } from '../../protocol/base64.ts';
import { type DeviceInfo, decodeDeviceInfo } from '../../protocol/isapi/device-info.ts';
import { configurationPath, paths } from '../../protocol/isapi/paths.ts';
import { causeOf, decodeResponseStatus } from '../../protocol/isapi/response-status.ts';
import type { JobRequest } from '../jobs/types.ts';
import { deviceRefOf, labelOf } from '../jobs/values.ts';
import { isSerialEnd } from '../lib/serial-end.ts';
import { loginError, readError } from '../login/login-error.ts';
import type { DeviceSession, Logins } from '../login/logins.ts';
import {
  firmwareText,
  type RestoreConfigParams,
} from '../provisioning/http/restore-config-runner.ts';
import {
  type BackupTools,
  openBackup,
  readBackupMeta,
  type Sha256,
  writeBackup,
} from './backup-file.ts';
import { marksOf, takeSnapshots } from './snapshots.ts';

type Secrets = JobRequest['passwords'];

export interface BackupOptions {
  readonly clock: Clock;
  readonly random: Random;
  readonly logins: Logins;
  /** `null`: this host cannot seal. */
  readonly crypto: VaultCrypto | null;
  readonly boxOf: ((passphrase: string) => SecretBox) | null;
  readonly sha256: Sha256 | null;
  readonly record: (id: DeviceId) => DeviceRecord | undefined;
  readonly start: (request: JobRequest) => Promise<Job>;
}

/** A recorder with many channels writes some megabytes, slowly. */
const exportTimeoutMs = 120_000;
const maxFileBytes = 32 * 1024 * 1024;

/** Copies of a device's configuration, sealed. Format of the file: `README.md`. */
export class Backup {
  readonly #options: BackupOptions;

  constructor(options: BackupOptions) {
    this.#options = options;
  }

  /**
   * @throws AppError `device.not-found`, `backup.needs-consent`, `vault.passphrase-short`,
   *   `vault.box-unavailable`, `login.failed`, `backup.unsupported`, `backup.refused`
   */
  async make(
    input: MethodParsed<'backup.make'>,
    password: string | undefined,
  ): Promise<MethodOutput<'backup.make'>> {
    const { passphrase, acceptPlain, secretKey, override } = input;
    if (passphrase === undefined && acceptPlain === undefined) {
      throw new AppError('backup.needs-consent', {});
    }
    const device = this.#need(input.id);
    const label = labelOf(deviceRefOf(device));
    const tools = passphrase === undefined ? null : this.#tools(passphrase);
    const session = await this.#options.logins.session(device, {
      ...(password === undefined ? {} : { password }),
      isOverride: override !== undefined,
    });
    if ('kind' in session) throw loginError(label, session);
    const info = await readInfo(session, label);
    const file = await exportFile(session, secretKey, label);
    const snapshots = await takeSnapshots(session);
    const meta = {
      madeAt: this.#options.clock.now(),
      ...{ model: info.model, serial: info.serial, firmware: firmwareText(info) },
      ...{ bytes: file.length, sha256: toHex(this.#sha256(file)) },
    };
    const whole = await writeBackup(tools, meta, { file, snapshots });
    const name = (info.shortSerial ?? label).replace(/[^\w.-]+/g, '_').slice(0, 60);
    const day = new Date(meta.madeAt).toISOString().slice(0, 10);
    return {
      fileName: `untether-backup-${name}-${day}.untether-backup`,
      base64: toBase64(whole),
      meta: { ...meta, isSealed: tools !== null },
    };
  }

  /**
   * Without a passphrase: what a sealed file says of itself. With it, or for a readable one: proven.
   * @throws AppError `backup.not-ours`, `backup.newer`, `backup.damaged`, `backup.not-opened`
   */
  async read({ base64, passphrase }: MethodParsed<'backup.read'>): Promise<{ meta: BackupMeta }> {
    const file = bytesOf(base64);
    const meta = readBackupMeta(file);
    if (meta.isSealed && passphrase === undefined) return { meta };
    const opened = await this.#open(file, passphrase);
    return { meta: opened.meta };
  }

  /**
   * Opens the whole file before anything is asked of the device.
   * @throws AppError of `read`, `backup.needs-passphrase`, `device.not-found`, `job.serial-mismatch`, and
   *   those of `Jobs.start`
   */
  async restore(input: MethodParsed<'backup.restore'>, passwords: Secrets): Promise<Job> {
    const { id, confirmSerial, secretKey, override } = input;
    const ref = deviceRefOf(this.#need(id));
    if (!isSerialEnd(confirmSerial, [ref.serial, ref.shortSerial])) {
      throw new AppError('job.serial-mismatch', { device: labelOf(ref) });
    }
    const { meta, file, snapshots } = await this.#open(bytesOf(input.base64), input.passphrase);
    const params: RestoreConfigParams = {
      ...{ secretKey, secretFile: toBase64(file), model: meta.model, firmware: meta.firmware },
      ...{ bytes: meta.bytes, sha256: meta.sha256, madeAt: meta.madeAt, madeOn: meta.serial },
      marks: marksOf(snapshots, (data) => this.#sha256(data)),
    };
    return await this.#options.start({
      ...{ kind: 'restore-config', items: [{ device: id, params }], passwords },
      isOverride: override !== undefined,
    });
  }

  #open(file: Uint8Array, passphrase: string | undefined) {
    const tools = passphrase === undefined ? null : this.#tools(passphrase);
    return openBackup(tools, file, (data) => this.#sha256(data));
  }

  #tools(passphrase: string): BackupTools {
    const { crypto, boxOf, random } = this.#options;
    if (crypto === null || boxOf === null) {
      throw new AppError('vault.box-unavailable', { box: 'passphrase' });
    }
    return { crypto, random, box: boxOf(passphrase) };
  }

  #sha256(data: Uint8Array): Uint8Array {
    const { sha256 } = this.#options;
    if (sha256 === null) throw new Error('this host brought no cryptography for backups');
    return sha256(data);
  }

  #need(id: DeviceId): DeviceRecord {
    const record = this.#options.record(id);
    if (record === undefined) throw new AppError('device.not-found', { wanted: id });
    return record;
  }
}

async function readInfo(session: DeviceSession, label: string): Promise<DeviceInfo> {
  const answer = await session.request({ method: 'GET', path: paths.deviceInfo });
  if (answer.kind === 'failed') throw loginError(label, answer);
  const info = decodeDeviceInfo(answer.body);
  if (info.ok) return info.value;
  const said = info.reason === 'refused' ? (info.status.subCode ?? '?') : info.detail;
  throw readError(label, said);
}

async function exportFile(
  session: DeviceSession,
  secretKey: string,
  label: string,
): Promise<Uint8Array> {
  const answer = await session.request({
    ...{ method: 'GET', path: configurationPath(secretKey) },
    ...{ timeoutMs: exportTimeoutMs, maxBytes: maxFileBytes },
  });
  if (answer.kind === 'failed') throw loginError(label, answer);
  // Only a short text can be the device's word instead of its file.
  const status = answer.body.length > 65_536 ? null : decodeResponseStatus(answer.text);
  if (status === null && answer.status === 200 && answer.body.length > 0) return answer.body;
  const isAbsent = status === null ? answer.status === 404 : causeOf(status) === 'not-supported';
  if (isAbsent) throw new AppError('backup.unsupported', { device: label });
  const said = status?.subCode ?? status?.text ?? `HTTP ${answer.status}`;
  throw new AppError('backup.refused', { device: label, answer: said.slice(0, 200) });
}

/** @throws AppError `backup.not-ours` */
function bytesOf(base64: string): Uint8Array {
  const bytes = fromBase64(base64);
  if (bytes === null) throw new AppError('backup.not-ours', {});
  return bytes;
}
