import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { BackupMeta } from '../../../contract/login.ts';
import { interpolate } from '../../../contract/text/interpolate.ts';
import { requireSerial } from '../acts/consent.ts';
import { findOne } from '../acts/find-devices.ts';
import { refOf } from '../acts/named.ts';
import { takeOwnPassphrase, takePassphrase } from '../acts/passphrase.ts';
import { readLogin } from '../acts/read-login.ts';
import {
  jobOutcome,
  overrideOf,
  preflight,
  preflightOutcome,
  type RunFlags,
  startAndFollow,
} from '../acts/run.ts';
import { checkSources, readSecrets } from '../acts/secrets.ts';
import { ask, badInput, type Context, type Outcome, tell, withCore } from '../context.ts';
import { localTime } from '../local-time.ts';
import { unreadable } from '../read-problem.ts';
import { printable } from '../width.ts';
import { checkReplace, writeWhole } from '../write-file.ts';

export interface BackupFlags extends RunFlags {
  readonly out?: string;
  readonly secretKeyFile?: string;
  readonly filePassphraseFile?: string;
  readonly plain?: boolean;
  readonly confirmSerial?: string;
}

const maxFileBytes = 60_000_000;

/** The device's own key for its file. @throws CliFailure exit code 4 when nobody can give one */
function takeKey(context: Context, flags: BackupFlags, isNew: boolean): Promise<string> {
  const words = context.text.recorder;
  return takePassphrase(context, {
    ...{ file: flags.secretKeyFile, question: words.askKey, isNew, needed: words.keyNeeded },
  });
}

function takeFilePassphrase(context: Context, flags: BackupFlags, isNew: boolean): Promise<string> {
  const words = context.text.recorder;
  const question = isNew ? words.askFileNew : words.askFile;
  return takeOwnPassphrase(context, { file: flags.filePassphraseFile, isNew, question });
}

/** `backup <device> --out <file>` */
export function makeBackup(
  context: Context,
  wanted: string | undefined,
  flags: BackupFlags,
): Promise<Outcome> {
  checkSources(context, flags);
  const override = overrideOf(context, flags);
  const { out } = flags;
  const words = context.text.recorder;
  if (wanted === undefined || out === undefined) throw badInput(words.backupUsage);
  return withCore(context, 'manual', async ({ api }) => {
    const file = resolve(out);
    await checkReplace(context, file);
    const ref = refOf(await findOne(context, api, wanted));
    const secretKey = await takeKey(context, flags, true);
    const seal =
      flags.plain === true
        ? { acceptPlain: 'PLAIN' as const }
        : { passphrase: await takeFilePassphrase(context, flags, true) };
    const login = await readLogin(context, flags, { api, devices: [ref] });
    const input = { id: ref.id, secretKey, ...seal, ...login, ...override };
    const { base64, meta } = await ask(api, 'backup.make', input);
    const bytes = Buffer.from(base64, 'base64');
    writeWhole(context, file, bytes);
    const data = { file, bytes: bytes.length, meta: metaJson(meta) };
    return {
      data,
      human: interpolate(flags.plain === true ? words.backedUpPlain : words.backedUp, {
        file,
        bytes: bytes.length,
      }),
    };
  });
}

/** `backup show <file>` */
export function showBackup(context: Context, name: string, flags: BackupFlags): Promise<Outcome> {
  const base64 = readBase64(context, name);
  return withCore(context, 'manual', async ({ api }) => {
    const passphrase =
      flags.filePassphraseFile === undefined
        ? {}
        : { passphrase: await takeFilePassphrase(context, flags, false) };
    const { meta } = await ask(api, 'backup.read', { base64, ...passphrase });
    return { data: { meta: metaJson(meta) }, human: metaText(context, meta) };
  });
}

/** `backup restore <device> <file>`: the end of the serial is the consent. */
export function restoreBackup(
  context: Context,
  { wanted, file }: { readonly wanted: string; readonly file: string },
  flags: BackupFlags,
): Promise<Outcome> {
  checkSources(context, flags);
  const override = overrideOf(context, flags);
  const words = context.text.recorder;
  const base64 = readBase64(context, file);
  return withCore(context, 'manual', async ({ api }) => {
    const { meta } = await ask(api, 'backup.read', { base64 });
    tell(context, '{{text}}', { text: metaText(context, meta) });
    const { id } = await findOne(context, api, wanted);
    const isRun = ({ light }: { readonly light: string }) => light !== 'stop';
    const seen = await preflight(context, api, { kind: 'restore-config', ids: [id], isRun });
    const [line] = seen.going;
    if (line === undefined) return preflightOutcome(context, 'restore-config', seen.lines);
    const { device } = line;
    const told = { lines: [words.restoreWhat], question: words.restoreSerial };
    const confirmSerial = await requireSerial(context, device, flags.confirmSerial, told);
    const secretKey = await takeKey(context, flags, false);
    const passphrase = meta.isSealed
      ? { passphrase: await takeFilePassphrase(context, flags, false) }
      : {};
    const secrets = await readSecrets(context, flags, { api, devices: [device] });
    const input = { id, base64, secretKey, confirmSerial, secrets, ...passphrase, ...override };
    const job = await startAndFollow(context, api, () => ask(api, 'backup.restore', input));
    return jobOutcome(context, job);
  });
}

function readBase64(context: Context, name: string): string {
  const file = resolve(name);
  try {
    if (statSync(file).size > maxFileBytes) {
      throw badInput(interpolate(context.text.recorder.tooLarge, { file: name }));
    }
    return readFileSync(file).toString('base64');
  } catch (error) {
    // Only what the system says about the file; a refusal of ours goes on as it is.
    if (error instanceof Error && 'errno' in error) {
      throw unreadable(context, name, error);
    }
    throw error;
  }
}

function metaJson({ madeAt, ...meta }: BackupMeta): object {
  return { madeAt: new Date(madeAt).toISOString(), ...meta };
}

function metaText(context: Context, meta: BackupMeta): string {
  return interpolate(context.text.recorder.meta, {
    model: printable(meta.model ?? '?'),
    serial: printable(meta.serial ?? '?'),
    firmware: printable(meta.firmware ?? '?'),
    at: localTime(meta.madeAt),
    bytes: meta.bytes,
  });
}
