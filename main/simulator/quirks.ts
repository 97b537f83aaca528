import type { Field } from './personalities.ts';
import type { Quirk } from './types.ts';

/** The two elements that real cameras were captured spelling `flase`; their other booleans are right. */
const misspelt = new Set(['HCPlatformEnable', 'DeviceLock']);
const oftenMissing = new Set(['IPv4Gateway', 'BootTime', 'HttpPort', 'DSPVersion', 'Activated']);
const recased: ReadonlyMap<string, string> = new Map([
  ['DHCP', 'Dhcp'],
  ['Activated', 'activated'],
  ['DeviceLock', 'deviceLock'],
  ['supportEzvizUnbind', 'SupportEzvizUnbind'],
  ['SoftwareVersion', 'softwareVersion'],
  ['IPv4Gateway', 'IPV4Gateway'],
]);

/** Elements some firmware adds that no public table explains; enough of them to pass one Ethernet frame. */
const filler: readonly Field[] = Array.from({ length: 24 }, (_, index) => [
  `SupportFeature${String(index + 1).padStart(2, '0')}`,
  index % 3 === 0 ? 'true' : `reserved-${'x'.repeat(16)}`,
]);

/** A MAC as this device writes it: dashes and lower case unless a quirk says otherwise. */
export function spellMac(mac: string, quirks: ReadonlySet<Quirk>): string {
  const spelled = quirks.has('colon-mac') ? mac : mac.replaceAll(':', '-');
  return quirks.has('upper-mac') ? spelled.toUpperCase() : spelled;
}

function respell(fields: readonly Field[], change: (value: string) => string): readonly Field[] {
  return fields.map(([name, value]) => [name, name === 'MAC' ? change(value) : value]);
}

const fieldQuirks: Partial<Record<Quirk, (fields: readonly Field[]) => readonly Field[]>> = {
  flase: (fields) =>
    fields.map(([name, value]) => [
      name,
      misspelt.has(name) && value === 'false' ? 'flase' : value,
    ]),
  'mixed-case': (fields) => fields.map(([name, value]) => [recased.get(name) ?? name, value]),
  'missing-fields': (fields) => fields.filter(([name]) => !oftenMissing.has(name)),
  'upper-mac': (fields) => respell(fields, (value) => value.toUpperCase()),
  'colon-mac': (fields) => respell(fields, (value) => value.replaceAll('-', ':')),
  oversize: (fields) => [...fields, ...filler],
  // Written as it stands into the text: the renderer escapes nothing, as devices do not.
  'unescaped-ampersand': (fields) => {
    const others = fields.filter(([name]) => name !== 'OEMInfo');
    return [...others, ['OEMInfo', 'Rossi & Figli']];
  },
};

/** Changes of a reply's elements; the order of the table is the order of application. */
export function applyFieldQuirks(
  fields: readonly Field[],
  quirks: ReadonlySet<Quirk>,
): readonly Field[] {
  let result = fields;
  for (const [quirk, change] of Object.entries(fieldQuirks)) {
    if (quirks.has(quirk as Quirk)) result = change(result);
  }
  return result;
}

/** Changes of the finished text. */
export function applyTextQuirks(text: string, quirks: ReadonlySet<Quirk>): string {
  let result = text;
  if (quirks.has('no-prolog')) result = result.replace(/^<\?xml[^>]*\?>\n/, '');
  if (quirks.has('crlf')) result = result.replaceAll('\n', '\r\n');
  if (quirks.has('trailing-nul')) result += '\0';
  return result;
}
