/**
 * Puts items into as few groups as fit in order, by what a group's text would be long. One that is too long
 * alone makes a group of its own.
 */
export function splitByLength<T>(
  items: readonly T[],
  {
    limit,
    lengthOf,
  }: { readonly limit: number; readonly lengthOf: (group: readonly T[]) => number },
): T[][] {
  const groups: T[][] = [];
  let group: T[] = [];
  for (const item of items) {
    const next = [...group, item];
    if (group.length > 0 && lengthOf(next) > limit) {
      groups.push(group);
      group = [item];
    } else {
      group = next;
    }
  }
  if (group.length > 0) groups.push(group);
  return groups;
}
