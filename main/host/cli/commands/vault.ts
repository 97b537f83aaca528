import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Api } from '../../../contract/api.ts';
import type { MethodInput } from '../../../contract/methods.ts';
import type { VaultState } from '../../../contract/methods-vault.ts';
import { interpolate } from '../../../contract/text/interpolate.ts';
import { undecided } from '../acts/consent.ts';
import { findEntry } from '../acts/find-entry.ts';
import { openVault } from '../acts/open-vault.ts';
import { takePassphrase } from '../acts/passphrase.ts';
import { strengthOf, strengthText } from '../acts/password-strength.ts';
import { askYes, canAsk } from '../acts/prompt.ts';
import { checkSources, readNewSecret, type SecretFlags } from '../acts/secrets.ts';
import { ask, badInput, type Context, failure, type Outcome, withCore } from '../context.ts';
import { deviceLabel } from '../device-text.ts';
import { unreadable } from '../read-problem.ts';
import { credentialTable, stateText } from '../vault-text.ts';
import { writeChecked } from '../write-file.ts';
import { checkName } from './devices.ts';

export interface VaultFlags extends SecretFlags {
  readonly newPassphraseFile?: string;
  readonly filePassphraseFile?: string;
}

interface Save extends SecretFlags {
  readonly site?: boolean;
  readonly group?: string;
  readonly user: string;
  readonly label?: string;
}

/** The vault's own, as it is now. */
function ownPassphrase(context: Context, isNew: boolean): Promise<string> {
  const { askNew, askOwn } = context.text.vault;
  const file = context.options.passphraseFile;
  return takePassphrase(context, { file, question: isNew ? askNew : askOwn, isNew });
}

/** @throws CliFailure `vault.none`, `vault.locked` (exit code 4) */
async function needVault(context: Context, api: Api): Promise<void> {
  const { exists } = await ask(api, 'vault.status', {});
  if (!exists) throw failure('vault.none');
  const isOpen = await openVault(context, api, { devices: null, mayAsk: true });
  if (!isOpen) throw failure('vault.locked');
}

function told(context: Context, vault: VaultState, lead: string): Outcome {
  return { data: { vault }, human: `${lead}\n${stateText(context, vault)}` };
}

/** `vault status` */
export function vaultStatus(context: Context): Promise<Outcome> {
  return withCore(context, 'manual', async ({ api }) => {
    const vault = await ask(api, 'vault.status', {});
    return { data: { vault }, human: stateText(context, vault) };
  });
}

/** `vault init` */
export function vaultInit(context: Context): Promise<Outcome> {
  return withCore(context, 'manual', async ({ api }) => {
    if ((await ask(api, 'vault.status', {})).exists) throw failure('vault.exists');
    const passphrase = await ownPassphrase(context, true);
    const vault = await ask(api, 'vault.init', { passphrase });
    return told(context, vault, context.text.vault.made);
  });
}

/** `vault unlock`: a command ends, and with it what it opened; so this only tells whether it opens. */
export function vaultUnlock(context: Context): Promise<Outcome> {
  return withCore(context, 'manual', async ({ api }) => {
    if (!(await ask(api, 'vault.status', {})).exists) throw failure('vault.none');
    const vault = await ask(api, 'vault.unlock', {
      passphrase: await ownPassphrase(context, false),
    });
    return told(context, vault, context.text.vault.opened);
  });
}

/** `vault lock` */
export function vaultLock(context: Context): Promise<Outcome> {
  return withCore(context, 'manual', async ({ api }) => {
    const vault = await ask(api, 'vault.lock', {});
    return told(context, vault, context.text.vault.locked);
  });
}

/** `vault passwd` */
export function vaultPasswd(context: Context, flags: VaultFlags): Promise<Outcome> {
  return withCore(context, 'manual', async ({ api }) => {
    if (!(await ask(api, 'vault.status', {})).exists) throw failure('vault.none');
    const passphrase = await ownPassphrase(context, false);
    const newPassphrase = await takePassphrase(context, {
      ...{ file: flags.newPassphraseFile, question: context.text.vault.askNew, isNew: true },
    });
    const vault = await ask(api, 'vault.changePassphrase', { passphrase, newPassphrase });
    return told(context, vault, context.text.vault.changed);
  });
}

/** `vault list` */
export function vaultList(context: Context): Promise<Outcome> {
  return withCore(context, 'manual', async ({ api }) => {
    await needVault(context, api);
    const list = await ask(api, 'vault.list', {});
    const names = await namesFor(api);
    return { data: list, human: credentialTable(context, list, names) };
  });
}

/** What a person calls what a login is for. */
async function namesFor(api: Api): Promise<ReadonlyMap<string, string>> {
  const { sites } = await ask(api, 'sites.list', {});
  const { devices } = await ask(api, 'devices.list', {});
  return new Map<string, string>([
    ...sites.map(({ id, name }) => [id, name] as const),
    ...devices.map((device) => [device.id, deviceLabel(device)] as const),
  ]);
}

type Target = MethodInput<'vault.save'>['target'];

async function targetsOf(
  context: Context,
  api: Api,
  { wanted, flags }: { readonly wanted: readonly string[]; readonly flags: Save },
): Promise<readonly Target[]> {
  const kinds = [wanted.length > 0, flags.site === true, flags.group !== undefined];
  if (kinds.filter(Boolean).length !== 1) throw badInput(context.text.vault.oneTarget);
  if (flags.group !== undefined) return [{ scope: 'group', id: flags.group }];
  if (wanted.length === 0) {
    const { sites } = await ask(api, 'sites.list', {});
    const current = sites.find((site) => site.isCurrent);
    return current === undefined ? [] : [{ scope: 'site', id: current.id }];
  }
  const ids = await idsOf(context, api, wanted);
  return ids.map((device) => ({ scope: 'device', device }));
}

async function idsOf(context: Context, api: Api, wanted: readonly string[]) {
  const ids = [];
  for (const each of wanted) {
    checkName(context, each);
    ids.push(await findEntry(context, api, each));
  }
  return ids;
}

/** `vault save`: nothing is sent, so nothing proves it; it is shown as not tried. */
export function vaultSave(
  context: Context,
  wanted: readonly string[],
  flags: Save,
): Promise<Outcome> {
  checkSources(context, flags);
  return withCore(context, 'manual', async ({ api }) => {
    const targets = await targetsOf(context, api, { wanted, flags });
    await needVault(context, api);
    const password = await readNewSecret(context, flags);
    if (password === null) throw undecided(context.text.vault.passwordNeeded);
    const label = flags.label ?? null;
    for (const target of targets) {
      await ask(api, 'vault.save', { target, userName: flags.user, password, label });
    }
    const vault = await ask(api, 'vault.status', {});
    const strength = await strengthOf(api, password, flags.user);
    const lines = [
      interpolate(context.text.vault.saved, { count: targets.length }),
      strengthText(context, strength),
    ];
    return told(context, vault, lines.filter((line) => line !== '').join('\n'));
  });
}

/** `vault forget` */
export function vaultForget(context: Context, ids: readonly string[]): Promise<Outcome> {
  const words = context.text.vault;
  return withCore(context, 'manual', async ({ api }) => {
    await needVault(context, api);
    if (!context.options.isYes) {
      if (!canAsk(context)) throw undecided(words.forgetNeeded);
      const question = interpolate(words.forgetQuestion, { count: ids.length });
      if (!(await askYes(context, question))) throw undecided(words.forgetNeeded);
    }
    for (const id of ids) await ask(api, 'vault.forget', { id });
    const vault = await ask(api, 'vault.status', {});
    return told(context, vault, interpolate(words.forgotten, { count: ids.length }));
  });
}

/** `vault group`: `-` takes them out of theirs. */
export function vaultGroup(
  context: Context,
  name: string,
  wanted: readonly string[],
): Promise<Outcome> {
  return withCore(context, 'manual', async ({ api }) => {
    const ids = await idsOf(context, api, wanted);
    await needVault(context, api);
    await ask(api, 'vault.setGroup', { ids, group: name === '-' ? null : name });
    const vault = await ask(api, 'vault.status', {});
    const { grouped, ungrouped } = context.text.vault;
    const lead = interpolate(name === '-' ? ungrouped : grouped, { count: ids.length, name });
    return told(context, vault, lead);
  });
}

/** `vault export` */
export function vaultExport(context: Context, out: string, flags: VaultFlags): Promise<Outcome> {
  const words = context.text.vault;
  return withCore(context, 'manual', async ({ api }) => {
    await needVault(context, api);
    const passphrase = await takePassphrase(context, {
      ...{ file: flags.filePassphraseFile, question: words.askFileNew, isNew: true },
    });
    const { base64, entries, leftOut } = await ask(api, 'vault.export', { passphrase });
    const bytes = Buffer.from(base64, 'base64');
    const file = await writeChecked(context, out, bytes);
    const human = [
      interpolate(words.exported, { entries, file }),
      ...(leftOut === 0 ? [] : [interpolate(words.leftOut, { count: leftOut })]),
    ].join('\n');
    return { data: { file, bytes: bytes.length, entries, leftOut }, human };
  });
}

/** `vault import` */
export function vaultImport(context: Context, file: string, flags: VaultFlags): Promise<Outcome> {
  const words = context.text.vault;
  return withCore(context, 'manual', async ({ api }) => {
    const base64 = readFile(context, file);
    await needVault(context, api);
    const passphrase = await takePassphrase(context, {
      ...{ file: flags.filePassphraseFile, question: words.askFile, isNew: false },
    });
    const report = await ask(api, 'vault.import', { base64, passphrase });
    const { added, updated, same, conflicts } = report;
    const params = { added, updated, same, conflicts: conflicts.length };
    return { data: report, human: interpolate(words.imported, params) };
  });
}

function readFile(context: Context, file: string): string {
  try {
    return readFileSync(resolve(file)).toString('base64');
  } catch (error) {
    // The system's words may hold no more than the path, which the person gave.
    if (!(error instanceof Error)) throw error;
    throw unreadable(context, file, error);
  }
}
