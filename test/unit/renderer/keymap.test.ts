import { describe, expect, it } from 'vitest';
import {
  gridCommand,
  type KeyPress,
  movedIndex,
  pageCommand,
} from '../../../renderer/src/features/devices/model/keymap.ts';

/** "Ctrl+Shift+ArrowUp" as a key event. */
function press(keys: string): KeyPress {
  const parts = keys.split('+');
  return {
    key: parts.at(-1) ?? '',
    ctrlKey: parts.includes('Ctrl'),
    metaKey: parts.includes('Cmd'),
    shiftKey: parts.includes('Shift'),
    altKey: parts.includes('Alt'),
  };
}

const pc = { isMac: false, isInField: false };
const mac = { isMac: true, isInField: false };

describe('keys of the page', () => {
  it.each([
    ['F5', 'refresh'],
    ['Ctrl+r', 'refresh'],
    ['Ctrl+R', 'refresh'],
    ['Ctrl+f', 'find'],
    ['F2', 'rename'],
    ['Delete', 'remove'],
    ['Ctrl+z', 'undo'],
    ['Ctrl+c', 'copy'],
    ['Ctrl+s', 'export'],
    ['F1', 'help'],
    ['F6', 'nextZone'],
    ['Shift+F6', 'previousZone'],
  ])('%s is %s', (keys, command) => {
    expect(pageCommand(press(keys), pc)).toBe(command);
  });

  it('leaves other combinations to the system', () => {
    for (const keys of [
      'Ctrl+Shift+r',
      'Alt+F6',
      'Ctrl+Alt+f',
      'Cmd+c',
      'Ctrl+Delete',
      'Backspace',
    ]) {
      expect([keys, pageCommand(press(keys), pc)]).toEqual([keys, null]);
    }
  });

  it('uses the command key on a Mac, where Backspace deletes', () => {
    expect(pageCommand(press('Cmd+r'), mac)).toBe('refresh');
    expect(pageCommand(press('Ctrl+r'), mac)).toBeNull();
    expect(pageCommand(press('Backspace'), mac)).toBe('remove');
  });

  it('leaves a text field its own keys', () => {
    const inField = { isMac: false, isInField: true };
    for (const keys of ['Ctrl+c', 'Ctrl+z', 'Delete', 'F2']) {
      expect([keys, pageCommand(press(keys), inField)]).toEqual([keys, null]);
    }
    expect(pageCommand(press('F5'), inField)).toBe('refresh');
    expect(pageCommand(press('Ctrl+f'), inField)).toBe('find');
  });
});

describe('keys of the table', () => {
  it.each([
    ['ArrowUp', { kind: 'move', to: 'up', isExtending: false }],
    ['Shift+ArrowDown', { kind: 'move', to: 'down', isExtending: true }],
    ['Shift+End', { kind: 'move', to: 'last', isExtending: true }],
    ['Ctrl+Home', { kind: 'move', to: 'first', isExtending: false }],
    ['ArrowRight', { kind: 'column', by: 1 }],
    ['Ctrl+ArrowLeft', { kind: 'column', by: 'first' }],
    ['Shift+ArrowLeft', { kind: 'resize', by: -1 }],
    ['Alt+ArrowRight', { kind: 'shift-column', by: 1 }],
    [' ', { kind: 'toggle' }],
    ['Enter', { kind: 'open', isExtending: false }],
    ['Shift+Enter', { kind: 'open', isExtending: true }],
    ['Ctrl+a', { kind: 'select-all' }],
    ['Shift+F10', { kind: 'menu' }],
    ['ContextMenu', { kind: 'menu' }],
    ['Escape', { kind: 'clear' }],
  ])('%s', (keys, command) => {
    expect(gridCommand(press(keys), false)).toEqual(command);
  });

  it('means nothing by other keys', () => {
    for (const keys of ['Alt+ArrowUp', 'Ctrl+b', 'F10', 'x']) {
      expect([keys, gridCommand(press(keys), false)]).toEqual([keys, null]);
    }
  });
});

describe('where a move lands', () => {
  const size = { count: 10, page: 4 };
  it.each([
    [0, 'up', -1],
    [-1, 'up', -1],
    [-1, 'down', 0],
    [9, 'down', 9],
    [2, 'pageUp', 0],
    [-1, 'pageDown', 4],
    [7, 'pageDown', 9],
    [5, 'first', 0],
    [5, 'last', 9],
  ] as const)('from %i %s is %i', (index, to, expected) => {
    expect(movedIndex(index, to, size)).toBe(expected);
  });

  it('stays on the header of an empty table', () => {
    for (const to of ['up', 'down', 'pageUp', 'pageDown', 'first', 'last'] as const) {
      expect(movedIndex(-1, to, { count: 0, page: 4 })).toBe(-1);
    }
  });
});
