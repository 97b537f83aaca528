/** On a Mac the command key does what Ctrl does elsewhere. */
export const isMac = /mac/i.test(navigator.userAgent);

/** "Ctrl+C" as this system's keyboard says it. */
export function shortcutText(shortcut: string): string {
  return isMac
    ? shortcut.replace('Ctrl+', '⌘').replace('Shift+', '⇧').replace('Alt+', '⌥').replace('Del', '⌫')
    : shortcut;
}
