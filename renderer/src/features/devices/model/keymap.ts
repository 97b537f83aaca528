/** The parts of a keyboard event that decide; lets the map be tested without a browser. */
export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

/** What a key does anywhere on the page. */
export type PageCommand =
  | 'refresh'
  | 'find'
  | 'rename'
  | 'editNetwork'
  | 'remove'
  | 'undo'
  | 'copy'
  | 'export'
  | 'unbind'
  | 'addDevice'
  | 'help'
  | 'nextZone'
  | 'previousZone';

/** What a key does while the table has the focus. */
export type GridCommand =
  | { readonly kind: 'move'; readonly to: RowMove; readonly isExtending: boolean }
  | { readonly kind: 'column'; readonly by: number | 'first' | 'last' }
  | { readonly kind: 'resize'; readonly by: number }
  | { readonly kind: 'shift-column'; readonly by: number }
  | { readonly kind: 'toggle' }
  | { readonly kind: 'open'; readonly isExtending: boolean }
  | { readonly kind: 'select-all' }
  | { readonly kind: 'menu' }
  | { readonly kind: 'clear' };

export type RowMove = 'up' | 'down' | 'pageUp' | 'pageDown' | 'first' | 'last';

/** Commands a text field keeps for itself. */
const fieldCommands = new Set<PageCommand>(['rename', 'remove', 'undo', 'copy']);

const plainKeys: Readonly<Record<string, PageCommand>> = {
  F1: 'help',
  F2: 'rename',
  F5: 'refresh',
  F6: 'nextZone',
  Delete: 'remove',
};
const controlKeys: Readonly<Record<string, PageCommand>> = {
  r: 'refresh',
  f: 'find',
  z: 'undo',
  c: 'copy',
  s: 'export',
  u: 'unbind',
  e: 'editNetwork',
  d: 'addDevice',
};

export interface KeyPlace {
  /** On a Mac the command key takes the place of Ctrl. */
  readonly isMac: boolean;
  readonly isInField: boolean;
}

export function pageCommand(press: KeyPress, place: KeyPlace): PageCommand | null {
  const hasControl = place.isMac ? press.metaKey : press.ctrlKey;
  const hasOther = press.altKey || (place.isMac ? press.ctrlKey : press.metaKey);
  if (hasOther) return null;
  if (press.key === 'F6') return press.shiftKey ? 'previousZone' : 'nextZone';
  if (press.shiftKey) return null;
  const command = hasControl
    ? controlKeys[press.key.toLowerCase()]
    : // Backspace is the delete key of a Mac's keyboard.
      plainKeys[place.isMac && press.key === 'Backspace' ? 'Delete' : press.key];
  if (command === undefined || (place.isInField && fieldCommands.has(command))) return null;
  return command;
}

const moves: Readonly<Record<string, RowMove>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  PageUp: 'pageUp',
  PageDown: 'pageDown',
  Home: 'first',
  End: 'last',
};

function sidewaysCommand(press: KeyPress, hasControl: boolean): GridCommand | null {
  const by = press.key === 'ArrowLeft' ? -1 : press.key === 'ArrowRight' ? 1 : 0;
  if (by === 0) return null;
  if (press.altKey) return { kind: 'shift-column', by };
  if (press.shiftKey) return { kind: 'resize', by };
  return { kind: 'column', by: hasControl ? (by < 0 ? 'first' : 'last') : by };
}

function isMenuKey(press: KeyPress): boolean {
  return press.key === 'ContextMenu' || (press.key === 'F10' && press.shiftKey);
}

function plainGridCommand(press: KeyPress): GridCommand | null {
  if (isMenuKey(press)) return { kind: 'menu' };
  if (press.key === 'Enter') return { kind: 'open', isExtending: press.shiftKey };
  if (press.key === ' ') return { kind: 'toggle' };
  return press.key === 'Escape' ? { kind: 'clear' } : null;
}

export function gridCommand(press: KeyPress, isMac: boolean): GridCommand | null {
  const hasControl = isMac ? press.metaKey : press.ctrlKey;
  const sideways = sidewaysCommand(press, hasControl);
  if (sideways !== null) return sideways;
  if (press.altKey) return null;
  const to = moves[press.key];
  if (to !== undefined) return { kind: 'move', to, isExtending: press.shiftKey };
  if (!hasControl) return plainGridCommand(press);
  return press.key.toLowerCase() === 'a' ? { kind: 'select-all' } : null;
}

/** Where a move lands; `page` is the number of rows in sight. The header stands at -1. */
export function movedIndex(
  index: number,
  to: RowMove,
  size: { readonly count: number; readonly page: number },
): number {
  const last = size.count - 1;
  switch (to) {
    case 'up':
      return Math.max(-1, index - 1);
    case 'down':
      return Math.min(last, index + 1);
    case 'pageUp':
      return Math.max(Math.min(0, last), index - size.page);
    case 'pageDown':
      return Math.min(last, Math.max(0, index) + size.page);
    case 'first':
      return Math.min(0, last);
    case 'last':
      return last;
  }
}
