export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly isRoot: boolean;
  readonly hasDisplay: boolean;
}

export function thisMachine(): Machine {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  return {
    platform: process.platform,
    isRoot: process.getuid?.() === 0,
    hasDisplay: process.platform !== 'linux' || Boolean(DISPLAY || WAYLAND_DISPLAY),
  };
}

/** Why Electron's window cannot be used on this machine whatever is installed, or `null`. */
export function reasonAgainstElectron(machine: Machine, isWebWanted: boolean): string | null {
  if (isWebWanted) return '--web was given';
  if (machine.platform !== 'linux') return null;
  if (machine.isRoot) {
    return 'as root on Linux, Electron runs only with its sandbox off, which Untether does not do';
  }
  return machine.hasDisplay ? null : 'there is no display for a window';
}
