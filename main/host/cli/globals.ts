import { demoOf } from '../flags.ts';
import type { GlobalOptions } from './context.ts';

interface RawGlobals {
  readonly dataDir?: string;
  readonly json?: boolean;
  readonly iface?: readonly string[];
  readonly timeout?: number;
  readonly yes?: boolean;
  readonly demo?: boolean;
  readonly scenario?: string;
  readonly devices?: number;
  readonly passphraseFile?: string;
}

/** Commander's values of the options that every command takes. */
export function readGlobals(raw: RawGlobals): GlobalOptions {
  return {
    dataDir: raw.dataDir,
    isJson: raw.json === true,
    iface: raw.iface ?? [],
    timeoutMs: raw.timeout === undefined ? undefined : raw.timeout * 1000,
    isYes: raw.yes === true,
    // An empty variable is none.
    passphraseFile: raw.passphraseFile ?? (process.env['UNTETHER_PASSPHRASE_FILE'] || undefined),
    demo: demoOf({
      isOn: raw.demo === true,
      scenario: raw.scenario,
      devices: raw.devices,
    }),
  };
}
