import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Api } from '../../../contract/api.ts';
import type { DeviceRef } from '../../../contract/job.ts';
import type { MethodOutput } from '../../../contract/methods.ts';
import { interpolate } from '../../../contract/text/interpolate.ts';
import { findDevices } from '../acts/find-devices.ts';
import { refOf, refSign } from '../acts/named.ts';
import { openVault } from '../acts/open-vault.ts';
import { takeOwnPassphrase } from '../acts/passphrase.ts';
import { readText } from '../acts/secret-file.ts';
import { ask, badInput, CliFailure, type Context, type Outcome, withCore } from '../context.ts';
import { printable } from '../width.ts';
import { checkReplace, writeWhole } from '../write-file.ts';

export interface QrFlags {
  readonly out?: string;
  readonly plain?: boolean;
  readonly withLogin?: boolean;
  readonly site?: boolean;
  readonly filePassphraseFile?: string;
}

function passphraseFor(context: Context, flags: QrFlags, isNew: boolean): Promise<string> {
  const words = context.text.recorder;
  const question = isNew ? words.askCodeNew : words.askCode;
  return takeOwnPassphrase(context, { file: flags.filePassphraseFile, isNew, question });
}

/** `qr [<device>… | --site] --out <file.html|file.svg>`. Nothing is sent to any device. */
export function makeQr(
  context: Context,
  wanted: readonly string[],
  flags: QrFlags,
): Promise<Outcome> {
  const words = context.text.recorder;
  const { out } = flags;
  const ending = out?.slice(out.lastIndexOf('.') + 1).toLowerCase();
  const isAll = wanted.length === 0 && flags.site === true;
  if ((wanted.length === 0 && !isAll) || out === undefined) throw badInput(words.qrUsage);
  if (ending !== 'html' && ending !== 'svg') throw badInput(words.qrEnding);
  return withCore(context, 'manual', async ({ api }) => {
    const devices = isAll ? await wholeSite(context, api) : await findKnown(context, api, wanted);
    const seal =
      flags.plain === true
        ? { acceptPlain: 'PLAIN' as const }
        : { passphrase: await passphraseFor(context, flags, true) };
    const hasLogin = flags.withLogin === true;
    if (hasLogin) await openVault(context, api, { devices, mayAsk: true });
    const made = await ask(api, 'qr.make', {
      ...{ ids: devices.map(({ id }) => id), hasLogin, locale: context.locale, ...seal },
      layout: flags.site === true ? 'site' : 'label',
    });
    const files = await write(context, resolve(out), { made, isSheet: ending === 'html' });
    const data = { file: files[0] ?? null, files, codes: made.codes.length, devices };
    const human = interpolate(words.qrMade, {
      ...{ files: files.join(', '), codes: made.codes.length, devices: devices.length },
    });
    return { data, human };
  });
}

/** @throws CliFailure when the list of the site is empty */
async function wholeSite({ text }: Context, api: Api): Promise<readonly DeviceRef[]> {
  const { devices } = await ask(api, 'devices.list', {});
  if (devices.length > 0) return devices.map(refOf);
  const { sites } = await ask(api, 'sites.list', {});
  const site = sites.find(({ isCurrent }) => isCurrent)?.name ?? '';
  throw badInput(interpolate(text.devices.none, { site }));
}

/** The list is enough; the network is asked only for what is not in it. */
async function findKnown(
  context: Context,
  api: Api,
  wanted: readonly string[],
): Promise<readonly DeviceRef[]> {
  const found = new Map<string, DeviceRef>();
  for (const name of wanted) {
    const envelope = await api.call('devices.find', { wanted: name });
    if (!envelope.ok) return (await findDevices(context, api, wanted)).map(refOf);
    found.set(envelope.data.device.id, refOf(envelope.data.device));
  }
  return [...found.values()];
}

async function write(
  context: Context,
  file: string,
  { made, isSheet }: { readonly made: MethodOutput<'qr.make'>; readonly isSheet: boolean },
): Promise<string[]> {
  const { codes, sheet } = made;
  const base = file.replace(/\.svg$/i, '');
  const parts = isSheet
    ? [{ name: file, text: sheet }]
    : codes.map(({ svg }, index) => ({
        name: codes.length === 1 ? file : `${base}-${index + 1}.svg`,
        text: svg,
      }));
  for (const { name } of parts) await checkReplace(context, name);
  for (const { name, text } of parts) writeWhole(context, name, new TextEncoder().encode(text));
  return parts.map(({ name }) => name);
}

/** `qr read <text or file>` */
export function readQr(context: Context, wanted: string, flags: QrFlags): Promise<Outcome> {
  const text = textOf(context, wanted);
  return withCore(context, 'manual', async ({ api }) => {
    const { read } = await open(context, api, { text, flags });
    const words = context.text.recorder;
    const lines = read.devices.map((device) => deviceLine(context, device));
    const human = [words.codeKinds[read.kind], ...lines].join('\n');
    return { data: { code: read }, human };
  });
}

/** `qr add <text or file>` */
export function addQr(context: Context, wanted: string, flags: QrFlags): Promise<Outcome> {
  const text = textOf(context, wanted);
  return withCore(context, 'manual', async ({ api }) => {
    const { read, passphrase } = await open(context, api, { text, flags });
    if (read.devices.some(({ hasPassword }) => hasPassword)) {
      await openVault(context, api, { devices: null, mayAsk: true });
    }
    const added = await ask(api, 'qr.add', { text, ...passphrase });
    const human = interpolate(context.text.recorder.qrAdded, {
      ...{ devices: added.ids.length, passwords: added.passwords, without: added.without },
    });
    return { data: added, human };
  });
}

/** A code that was scanned into a file, or given as it is. */
function textOf(context: Context, wanted: string): string {
  if (existsSync(resolve(wanted))) return readText(context, wanted);
  // No code is one short word with such an end: a name was mistyped.
  if (!/^[\w.~/\\-]{1,200}\.(?:txt|html|svg|png|jpe?g)$/i.test(wanted)) return wanted;
  throw badInput(interpolate(context.text.acts.secrets.missing, { file: wanted }));
}

/** Asks for the passphrase only where the code turns out to be sealed. */
async function open(
  context: Context,
  api: Api,
  { text, flags }: { readonly text: string; readonly flags: QrFlags },
): Promise<{
  readonly read: MethodOutput<'qr.read'>;
  readonly passphrase: { readonly passphrase?: string };
}> {
  if (flags.filePassphraseFile === undefined) {
    try {
      return { read: await ask(api, 'qr.read', { text }), passphrase: {} };
    } catch (error) {
      const isSealed = error instanceof CliFailure && error.error.code === 'qr.needs-passphrase';
      if (!isSealed) throw error;
    }
  }
  const passphrase = await passphraseFor(context, flags, false);
  return { read: await ask(api, 'qr.read', { text, passphrase }), passphrase: { passphrase } };
}

function deviceLine({ text }: Context, device: MethodOutput<'qr.read'>['devices'][number]): string {
  const words = text.recorder;
  const { name, model, serial, host, httpPort, existing, hasPassword } = device;
  const at = host === null ? null : `${host}${httpPort === null ? '' : `:${httpPort}`}`;
  const told = [name, model, serial, at].filter((each) => each !== null && each !== '');
  const notes = [
    ...(hasPassword ? [words.withPassword] : []),
    existing === null ? words.isNew : interpolate(words.isKnown, { device: refSign(existing) }),
  ];
  return printable(`- ${told.join(' · ')} (${notes.join('; ')})`);
}
