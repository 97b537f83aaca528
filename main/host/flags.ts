import { parseArgs } from 'node:util';

export const scenarioNames = ['small-shop', 'hotel', 'campus', 'crowd', 'unbind-thirty'] as const;
export type ScenarioFlag = (typeof scenarioNames)[number];

export interface DemoFlags {
  readonly scenario: ScenarioFlag;
  readonly devices?: number;
}

/** What the launcher passes to the Electron and the web host. */
export interface HostFlags {
  readonly dataDir: string | undefined;
  readonly demo: DemoFlags | undefined;
  readonly port: number;
  readonly isOpen: boolean;
}

function wholeNumber(text: string | undefined, from: number, to: number): number | undefined {
  const value = Number(text);
  const isWhole = text !== undefined && /^\d+$/.test(text);
  return isWhole && value >= from && value <= to ? value : undefined;
}

export function scenarioOf(text: string | undefined): ScenarioFlag | undefined {
  return scenarioNames.find((name) => name === text);
}

/** `--demo` with its two companions; naming a scenario is asking for the demo. */
export function demoOf(wanted: {
  readonly isOn: boolean;
  readonly scenario?: string | undefined;
  readonly devices?: number | undefined;
}): DemoFlags | undefined {
  if (!wanted.isOn && wanted.scenario === undefined) return undefined;
  return {
    scenario: scenarioOf(wanted.scenario) ?? 'small-shop',
    ...(wanted.devices === undefined ? {} : { devices: wanted.devices }),
  };
}

/**
 * Reads the flags of a host that shares its command line with Chromium or npm, so a flag it does not
 * know is no error. The command line proper (`host/cli`) is strict.
 */
export function readHostFlags(args: readonly string[]): HostFlags {
  const { values } = parseArgs({
    args: [...args],
    strict: false,
    options: {
      'data-dir': { type: 'string' },
      demo: { type: 'boolean' },
      scenario: { type: 'string' },
      devices: { type: 'string' },
      port: { type: 'string' },
      open: { type: 'boolean' },
    },
  });
  const text = (value: unknown) => (typeof value === 'string' ? value : undefined);
  return {
    dataDir: text(values['data-dir']),
    demo: demoOf({
      isOn: values['demo'] === true,
      scenario: text(values['scenario']),
      devices: wholeNumber(text(values['devices']), 1, 20_000),
    }),
    port: wholeNumber(text(values['port']), 0, 65_535) ?? 0,
    isOpen: values['open'] === true,
  };
}
