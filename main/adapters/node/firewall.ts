import { join } from 'node:path';
import type { NetworkFacts } from '../../ports/network.ts';
import { type RunCommand, windowsTool } from './run-command.ts';

export type FirewallFacts = NonNullable<NetworkFacts['firewall']>;

/** PowerShell alone takes a second or two to start. */
const powershellMs = 8_000;
const netshMs = 3_000;

/** Reads only. Numbers stand for enum values, which is how Windows PowerShell writes them as JSON. */
const script = [
  '[Console]::OutputEncoding = [Text.Encoding]::UTF8;',
  '@{ connections = @(Get-NetConnectionProfile | Select-Object InterfaceAlias, NetworkCategory);',
  'profiles = @(Get-NetFirewallProfile | Select-Object Name, Enabled) }',
  '| ConvertTo-Json -Depth 3 -Compress',
].join(' ');

const categories = ['public', 'private', 'domain'] as const;
type Profile = (typeof categories)[number];

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function listOf(value: unknown): Readonly<Record<string, unknown>>[] {
  if (Array.isArray(value)) return value.filter(isRecord);
  return isRecord(value) ? [value] : [];
}

function profileOf(value: unknown): Profile | null {
  if (typeof value === 'number') return categories[value] ?? null;
  const text = String(value).toLowerCase();
  return categories.find((category) => text.startsWith(category)) ?? null;
}

function isOn(value: unknown): boolean {
  return value === true || value === 1 || /^(true|on)$/i.test(String(value));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    // Not the output we asked for: the caller then tries the older tool.
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** Profile of each connected adapter and whether the firewall is on for that profile. */
export function parsePowershell(text: string): FirewallFacts | null {
  const parsed = parseJson(text.trim());
  if (!isRecord(parsed)) return null;
  const states = new Map<Profile, boolean>();
  for (const entry of listOf(parsed['profiles'])) {
    const profile = profileOf(entry['Name']);
    if (profile !== null) states.set(profile, isOn(entry['Enabled']));
  }
  if (states.size === 0) return null;
  return listOf(parsed['connections']).flatMap((entry) => {
    const profile = profileOf(entry['NetworkCategory']);
    if (profile === null) return [];
    const adapter = String(entry['InterfaceAlias'] ?? '');
    return [{ adapter, profile, isOn: states.get(profile) ?? true }];
  });
}

/**
 * State per profile from `netsh advfirewall show allprofiles state`, for machines where PowerShell is
 * locked down. It does not tell which adapter has which profile (`*`), and its words are translated:
 * only ON and OFF in English are taken, otherwise nothing.
 */
export function parseNetsh(text: string): FirewallFacts | null {
  const found: { adapter: string; profile: string; isOn: boolean }[] = [];
  let profile: string | null = null;
  for (const line of text.split('\n')) {
    const heading = /^(Domain|Private|Public) Profile Settings/i.exec(line.trim())?.[1];
    if (heading !== undefined) profile = heading.toLowerCase();
    const state = /^State\s+(ON|OFF)\s*$/i.exec(line.trim())?.[1];
    if (profile === null || state === undefined) continue;
    found.push({ adapter: '*', profile, isOn: state.toUpperCase() === 'ON' });
    profile = null;
  }
  return found.length === 0 ? null : found;
}

/** Windows only; `null` when neither tool tells. Never rejects. */
export async function readFirewall(
  run: RunCommand,
): Promise<{ facts: FirewallFacts | null; source: string }> {
  const powershell = windowsTool(join('WindowsPowerShell', 'v1.0', 'powershell.exe'));
  const args = ['-NoProfile', '-NonInteractive', '-Command', script];
  const modern = parsePowershell((await run(powershell, args, powershellMs)) ?? '');
  if (modern !== null) return { facts: modern, source: 'Get-NetConnectionProfile' };
  const netsh = ['advfirewall', 'show', 'allprofiles', 'state'];
  const older = parseNetsh((await run(windowsTool('netsh.exe'), netsh, netshMs)) ?? '');
  return { facts: older, source: 'netsh advfirewall' };
}
