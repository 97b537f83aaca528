import type { MethodOutput } from '../../contract/methods.ts';
import type { VaultState } from '../../contract/methods-vault.ts';
import { texts } from '../../contract/text/index.ts';
import { interpolate } from '../../contract/text/interpolate.ts';
import type { Context } from './context.ts';
import { localDay } from './local-time.ts';
import { pairs, table } from './table.ts';

/** How the vault stands, in a few lines. */
export function stateText(context: Context, vault: VaultState): string {
  const words = context.text.vault;
  if (!vault.exists) return words.state.none;
  const { devices, sites, groups, pending, aside } = vault.credentials;
  const boxes = vault.boxes.map(({ kind }) => texts[context.locale].vaultBoxes[kind]).join(', ');
  const idle =
    vault.idleMinutes === null
      ? words.state.never
      : interpolate(words.state.minutes, { count: vault.idleMinutes });
  const entries: (readonly [string, string])[] = [
    [words.state.state, vault.isLocked ? words.state.locked : words.state.open],
    [words.state.boxes, boxes],
    [words.state.saved, interpolate(words.state.counts, { devices, sites, groups })],
    [words.state.others, interpolate(words.state.otherCounts, { pending, aside })],
    [words.state.idle, idle],
  ];
  if (vault.due !== null && vault.due > 0) entries.push([words.state.due, String(vault.due)]);
  if (vault.damaged !== null && vault.damaged > 0) {
    entries.push([words.state.damaged, String(vault.damaged)]);
  }
  return pairs(entries);
}

/** Saved logins without their passwords. */
export function credentialTable(
  context: Context,
  list: MethodOutput<'vault.list'>,
  names: ReadonlyMap<string, string>,
): string {
  const words = context.text.vault;
  const { credentials, damaged } = list;
  if (credentials.length === 0 && damaged.length === 0) return words.list.none;
  const columns = [
    { title: words.list.scope },
    { title: words.list.subject, shrink: { rank: 1, floor: 14 }, keepsEnd: true as const },
    { title: words.list.user },
    { title: words.list.label, shrink: { rank: 0, floor: 6 } },
    { title: words.list.state },
    { title: words.list.since },
    { title: words.list.proven },
    { title: words.list.id },
  ];
  const day = (at: number | null): string => (at === null ? words.list.notYet : localDay(at));
  const rows = credentials.map((each) => [
    words.scopes[each.scope],
    names.get(each.device ?? each.subject) ?? each.subject,
    each.userName,
    each.label ?? '',
    each.isDue ? `${words.states[each.state]}, ${words.list.due}` : words.states[each.state],
    day(each.changedAt),
    day(each.provenAt),
    each.id,
  ]);
  const broken = damaged.map(({ scope, subject, why, id }) => [
    ...[scope, subject, '', '', words.damage[why], '', '', id],
  ]);
  return table(columns, [...rows, ...broken], context.terminal);
}
