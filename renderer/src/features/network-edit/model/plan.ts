import type { DeviceId } from '../../../../../main/contract/device.ts';
import type { NetworkEdit, PlanRow, Secrets } from '../../../../../main/contract/job.ts';
import { type NetworkField, textFields } from './fields.ts';

/** How a row stands before anything is sent. */
export type LineState = 'ready' | 'caution' | 'stop' | 'same';

export interface PlanLine {
  /** Stable while the table stands: the place of the row in the answer. */
  readonly key: string;
  readonly row: PlanRow;
  readonly state: LineState;
}

function stateOf(row: PlanRow): LineState {
  if (row.device === null || row.problems.some(({ level }) => level === 'stop')) return 'stop';
  const isSame =
    row.problems.some(({ code }) => code === 'no-change') || Object.keys(row.to).length === 0;
  // A name alone is kept on this computer; it rides along with a change and makes none.
  if (isSame) return 'same';
  return row.problems.length > 0 ? 'caution' : 'ready';
}

export function linesOf(rows: readonly PlanRow[]): readonly PlanLine[] {
  return rows.map((row, index) => ({ key: String(index), row, state: stateOf(row) }));
}

/** The operator's ticks, where they differ from what is offered. */
export type Picks = ReadonlyMap<string, boolean>;

export function canPick({ state }: PlanLine): boolean {
  return state === 'ready' || state === 'caution';
}

/** A row without a problem runs unless it is taken out; one with a caution only with consent. */
export function isPicked(line: PlanLine, picks: Picks): boolean {
  return canPick(line) && (picks.get(line.key) ?? line.state === 'ready');
}

export function countStates(lines: readonly PlanLine[]): Readonly<Record<LineState, number>> {
  const counts = { ready: 0, caution: 0, stop: 0, same: 0 };
  for (const { state } of lines) counts[state] += 1;
  return counts;
}

export interface PlanChange {
  readonly id: DeviceId;
  readonly edit: NetworkEdit;
  readonly name?: string;
}

export function changesOf(lines: readonly PlanLine[], picks: Picks): readonly PlanChange[] {
  return lines.flatMap((line) => {
    const { device, to, name } = line.row;
    if (device === null || !isPicked(line, picks)) return [];
    return [{ id: device.id, edit: to, ...(name === null ? {} : { name }) }];
  });
}

/** `one`: the same password opens all of them. */
export type PasswordMode = 'one' | 'each';

export interface Passwords {
  readonly mode: PasswordMode;
  readonly all: string;
  readonly byDevice: ReadonlyMap<DeviceId, string>;
}

export const noPasswords: Passwords = { mode: 'one', all: '', byDevice: new Map() };

/** Devices that would run without a password. */
export function withoutPassword(passwords: Passwords, ids: readonly DeviceId[]): number {
  if (passwords.mode === 'one') return passwords.all === '' ? ids.length : 0;
  return ids.filter((id) => (passwords.byDevice.get(id) ?? '') === '').length;
}

export function secretsOf(passwords: Passwords, ids: readonly DeviceId[]): Secrets {
  if (passwords.mode === 'one') return { all: passwords.all };
  const entries = ids.flatMap((id) => {
    const password = passwords.byDevice.get(id);
    return password === undefined || password === '' ? [] : [[id, password] as const];
  });
  return { byDevice: Object.fromEntries(entries) };
}

/** Typed ones for the devices that the vault has none for; it answers for the others. */
export function secretsBeside(
  passwords: Passwords,
  ids: readonly DeviceId[],
  saved: ReadonlySet<DeviceId>,
): Secrets {
  if (saved.size === 0) return secretsOf(passwords, ids);
  const rest = ids.filter((id) => !saved.has(id));
  if (passwords.mode === 'each') return secretsOf(passwords, rest);
  return { byDevice: Object.fromEntries(rest.map((id) => [id, passwords.all])) };
}

export interface FieldChange {
  readonly field: NetworkField;
  readonly from: string | number | boolean | null;
  readonly to: string | number | boolean;
}

const fieldOrder: readonly NetworkField[] = [
  'ipv4Address',
  'ipv4Mask',
  'ipv4Gateway',
  'dhcpEnabled',
  ...textFields.map(({ field }) => field).filter((field) => !field.startsWith('ipv4')),
];

/** What the row changes, the address first. */
export function fieldChanges({ from, to }: Pick<PlanRow, 'from' | 'to'>): readonly FieldChange[] {
  return fieldOrder.flatMap((field) => {
    const wanted = to[field];
    const now = from?.[field] ?? null;
    return wanted === undefined || wanted === now ? [] : [{ field, from: now, to: wanted }];
  });
}

/** The value most devices have, when at least two thirds of them have it; what a batch most likely wants. */
export function usualValue(values: readonly (string | null)[]): string {
  const counts = new Map<string, number>();
  for (const value of values) {
    if (value !== null && value !== '' && value !== '0.0.0.0') {
      counts.set(value, (counts.get(value) ?? 0) + 1);
    }
  }
  const [best] = [...counts].sort(([, a], [, b]) => b - a);
  return best !== undefined && best[1] * 3 >= values.length * 2 ? best[0] : '';
}
